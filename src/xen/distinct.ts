import { type BehaviourId, behavioursOf, type Has } from './behaviours.ts';
import type { Release } from './releases.ts';

export interface Outcome<T> {
  /** In the order in which they were given. */
  readonly releases: readonly Release[];
  readonly result: T;
}

/**
 * Makes `play` run only once for releases that cannot differ: it is watched which behaviours it asks
 * for, and a release that gives the same answers to the same questions would take the same way
 * through it. `play` must be pure.
 */
export function oncePerBehaviour<T>(play: (has: Has) => T): (has: Has) => T {
  const outcomes: { readonly asked: ReadonlyMap<BehaviourId, boolean>; readonly result: T }[] = [];
  return (has) => {
    const known = outcomes.find(({ asked }) =>
      [...asked].every(([id, answer]) => has(id) === answer),
    );
    if (known) return known.result;
    const asked = new Map<BehaviourId, boolean>();
    const result = play((id) => {
      const answer = has(id);
      asked.set(id, answer);
      return answer;
    });
    outcomes.push({ asked, result });
    return result;
  };
}

/** Runs `play` as every release, once per distinct behaviour, and groups those that share a result. */
export function playReleases<T>(releases: readonly Release[], play: (has: Has) => T): Outcome<T>[] {
  const answer = oncePerBehaviour(play);
  const groups = new Map<T, Release[]>();
  for (const release of releases) {
    const result = answer(behavioursOf(release.version));
    const group = groups.get(result);
    if (group) group.push(release);
    else groups.set(result, [release]);
  }
  return [...groups].map(([result, alike]) => ({ releases: alike, result }));
}
