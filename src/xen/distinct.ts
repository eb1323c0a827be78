import type { Has, XenFactId } from '../programs/xen/facts/facts.ts';
import type { XenBuild } from '../programs/xen/xen-build.ts';

export interface Outcome<T> {
  /** In the order in which they were given. */
  readonly builds: readonly XenBuild[];
  readonly result: T;
}

/** A run so far: it asked for a behaviour and went one of two ways, or it came to its end. */
type Step<T> = Question<T> | { readonly result: T };

interface Question<T> {
  readonly id: XenFactId;
  yes: Step<T> | null;
  no: Step<T> | null;
}

/**
 * Runs `evaluate` only once for releases with the same result. It records the behaviours that
 * `evaluate` asks for: a release with the same answers takes the same way through it. `evaluate`
 * must be pure, so that the answers decide the next question.
 */
export function oncePerBehaviour<T>(evaluate: (has: Has) => T): (has: Has) => T {
  let first: Step<T> | null = null;
  return (has) => {
    let step = first;
    let last: Question<T> | null = null;
    while (step && 'id' in step) {
      last = step;
      step = has(step.id) ? step.yes : step.no;
    }
    if (step) return step.result;
    const lead = (next: Step<T>) => {
      if (last === null) first = next;
      else if (has(last.id)) last.yes = next;
      else last.no = next;
    };
    const asked = new Set<XenFactId>(questionsBefore(first, has));
    const result = evaluate((id) => {
      if (!asked.has(id)) {
        asked.add(id);
        const question: Question<T> = { id, yes: null, no: null };
        lead(question);
        last = question;
      }
      return has(id);
    });
    lead({ result });
    return result;
  };
}

/** The questions on the way that is known already. */
function* questionsBefore<T>(first: Step<T> | null, has: Has): Generator<XenFactId> {
  for (let step = first; step && 'id' in step; step = has(step.id) ? step.yes : step.no) {
    yield step.id;
  }
}

/** Runs `evaluate` as every build, once per distinct behaviour, and groups those that share a result. */
export function evaluateBuilds<T>(
  builds: readonly XenBuild[],
  evaluate: (has: Has) => T,
): Outcome<T>[] {
  const answer = oncePerBehaviour(evaluate);
  return groupBuilds(builds, ({ has }) => answer(has));
}

/** Groups builds that share a result, the same one. */
export function groupBuilds<T>(
  builds: readonly XenBuild[],
  answer: (build: XenBuild) => T,
): Outcome<T>[] {
  const groups = new Map<T, XenBuild[]>();
  for (const build of builds) {
    const result = answer(build);
    const group = groups.get(result);
    if (group) group.push(build);
    else groups.set(result, [build]);
  }
  return [...groups].map(([result, alike]) => ({ builds: alike, result }));
}
