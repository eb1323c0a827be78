import type { Problem } from '../contract/report.ts';
import type { Failure } from './check-all.ts';
import { describeUnchecked, type OutOfTimeError } from './time-limit.ts';

/** Collects why artifacts were not checked, in any order. */
export class Unchecked {
  readonly #failed: { readonly place: number; readonly problem: Problem }[] = [];
  readonly #late: { readonly place: number; readonly name: string }[] = [];
  /** Where the time of the run is over: the error that says so. */
  timeout: OutOfTimeError | null = null;

  /** @param place of the artifact among all. */
  add(name: string, place: number, failure: Failure): void {
    if (failure.kind === 'failed') {
      this.#failed.push({ place, problem: { path: name, message: failure.message } });
      return;
    }
    this.timeout ??= failure.error;
    this.#late.push({ place, name });
  }

  /** In the order of the artifacts; one for all that the run had no time for, which is the last. */
  problems(): Problem[] {
    const byPlace = (a: { place: number }, b: { place: number }) => a.place - b.place;
    const failed = this.#failed.sort(byPlace).map(({ problem }) => problem);
    const late = this.#late.sort(byPlace).map(({ name }) => name);
    return this.timeout ? [...failed, describeUnchecked(this.timeout, late)] : failed;
  }
}
