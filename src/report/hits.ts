import type { KernelReport, Report } from '../contract/report.ts';
import { type Cause, causesOf, type Place } from './causes.ts';

/** A cause on one of its kernels. */
export interface Hit {
  /** With the places on this kernel only. */
  readonly cause: Cause;
  readonly kernel: KernelReport;
}

/** The causes of a report on each kernel, in the order of the causes. */
export function* hitsOf(report: Report): Generator<Hit> {
  for (const cause of causesOf(report)) {
    const byKernel = new Map<KernelReport, Place[]>();
    for (const place of cause.places) {
      const places = byKernel.get(place.kernel);
      if (places) places.push(place);
      else byKernel.set(place.kernel, [place]);
    }
    for (const [kernel, places] of byKernel) yield { cause: { ...cause, places }, kernel };
  }
}
