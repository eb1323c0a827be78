import { BACKPORTABLE } from '../programs/xen/backportable.ts';
import type { Difference } from '../programs/xen/difference-names.ts';
import type { Has } from '../programs/xen/facts/facts.ts';
import { type Origin, originOf } from '../programs/xen/origin.ts';
import type { Because, OpenQuestion } from '../programs/xen/products/because.ts';
import { answerer, type XenBuild } from '../programs/xen/xen-build.ts';
import { RULES } from '../rules/index.ts';
import type { Backport } from '../rules/refusal.ts';
import type { Refusal } from './refusal.ts';

/** What becomes of a kernel on one build of Xen. */
export interface Result {
  readonly supported: boolean;
  readonly loads: boolean;
  readonly needsMemory: number | null;
  readonly refusals: readonly Refusal[];
}

type Answer = (has: Has) => Result;

/**
 * What is known of a kernel on a build. A product, or a Xen that was read, may have a fact or lack it.
 * Then both are tried: where the kernel boots one way and fails the other, that is a warning. What is
 * inferred stands where the kernel fails by it, and is a warning where the kernel fails without it.
 */
export function asFarAsKnown(build: XenBuild, answer: Answer): Result {
  const result = answer(build.has);
  const origin = originOf(build);
  if (origin === null) return result;
  const doubts = origin.questions
    .filter(({ difference }) => !isSettled(build, origin, difference))
    .flatMap((question) => doubtOf(question, build, origin, result, answer));
  const [first] = doubts;
  if (first === undefined) return result;
  return {
    ...result,
    refusals: [...first.remaining, ...doubts.map(({ refusal }) => refusal)],
  };
}

/** A user who names the fact knows it. */
function isSettled({ differences }: XenBuild, origin: Origin, { fact }: Difference): boolean {
  return differences.some((one) => one.fact === fact && !origin.differences.includes(one));
}

interface Doubt {
  /** What is found whatever the answer is. */
  readonly remaining: readonly Refusal[];
  readonly refusal: Refusal;
}

function doubtOf(
  question: OpenQuestion,
  build: XenBuild,
  origin: Origin,
  result: Result,
  answer: Answer,
): Doubt[] {
  const { fact } = question.difference;
  const has = build.has(fact);
  const other = answer((id) => (id === fact ? !has : build.has(id)));
  if (fails(other) === fails(result) || (question.certainty === 'inferred' && fails(result)))
    return [];
  const [good, bad] = fails(result) ? [other, result] : [result, other];
  const cause = bad.refusals.find(isError);
  if (cause === undefined) return [];
  const { rule, evidence, stage, xenSays } = cause;
  const refusal: Refusal = {
    rule: 'product-not-known',
    stage,
    evidence: {
      fact,
      of: origin.kind,
      fails: (bad === result) === has ? 'with' : 'without',
      leadsTo: { rule, evidence },
    },
    xenSays,
    because: [origin.becauseOpen(question)],
  };
  return [{ remaining: good.refusals, refusal }];
}

function fails({ refusals }: Result): boolean {
  return refusals.some(isError);
}

function isError({ rule }: Refusal): boolean {
  return RULES[rule].level === 'error';
}

/**
 * The differences of a product, or of a Xen that was read, that make a finding. With these alone, its
 * release has the finding as well, and with fewer it does not. None where the release has it without any.
 */
export function becauseOfBuild(build: XenBuild, refusal: Refusal, answer: Answer): Because[] {
  const { release, differences } = build;
  const origin = originOf(build);
  if (origin === null) return [];
  const fault = faultOf(refusal);
  const own = origin.differences;
  let needed = differences;
  for (const difference of own) {
    const fewer = needed.filter((one) => one !== difference);
    const { refusals } = answer(answerer(release, fewer));
    if (refusals.some((one) => faultOf(one) === fault)) needed = fewer;
  }
  return own.filter((one) => needed.includes(one)).map(origin.because);
}

/** One backport with which a supported product boots the kernel; none where it is not known. */
export function backportFor(build: XenBuild, refusal: Refusal, answer: Answer): Backport[] {
  const { id, product, release, differences, has } = build;
  if (product === null || product.isEnded || !isError(refusal)) return [];
  const fact = BACKPORTABLE.filter((one) => !has(one)).find((one) => {
    const added: Difference = { name: one, fact: one, present: true };
    return !fails(answer(answerer(release, [...differences, added])));
  });
  return fact === undefined ? [] : [{ product: id, fact }];
}

function faultOf({ rule, evidence }: Refusal): string {
  return JSON.stringify([rule, evidence]);
}
