import { type BehaviourId, behavioursOf, type Has } from './behaviours.ts';
import type { Release } from './releases.ts';

export interface Outcome<T> {
  /** In the order in which they were given. */
  readonly releases: readonly Release[];
  readonly result: T;
}

/**
 * Runs `play` as every release, but only once for releases that cannot differ: it is watched which
 * behaviours it asks for, and a release that gives the same answers to the same questions would
 * take the same way through it.
 */
export function playReleases<T>(releases: readonly Release[], play: (has: Has) => T): Outcome<T>[] {
  const outcomes: (Outcome<T> & { asked: Map<BehaviourId, boolean>; releases: Release[] })[] = [];
  for (const release of releases) {
    const answer = behavioursOf(release.version);
    const known = outcomes.find(({ asked }) =>
      [...asked].every(([id, given]) => answer(id) === given),
    );
    if (known) {
      known.releases.push(release);
      continue;
    }
    const asked = new Map<BehaviourId, boolean>();
    const result = play((id) => {
      const given = answer(id);
      asked.set(id, given);
      return given;
    });
    outcomes.push({ releases: [release], result, asked });
  }
  return outcomes;
}
