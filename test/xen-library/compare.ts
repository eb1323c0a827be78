import type { Verdict } from '../../src/xen/judge.ts';
import type { RefusalKind } from '../../src/xen/refusal.ts';
import type { Answer } from './reader.ts';

/** How the toolstack itself ends, by the finding that says so. */
const DEATHS: Partial<Record<RefusalKind, Answer['outcome']>> = {
  'toolstack-hangs': 'hangs',
  'toolstack-aborts': 'aborts',
  'toolstack-crashes': 'crashes',
};

/** Where the library's answer and our verdict differ; `null` where they agree. */
export function differenceOf(answer: Answer, verdict: Verdict | undefined) {
  if (!verdict) return { ...answer, expected: 'a verdict' };
  const [refusal] = verdict.refusals;
  const xenSays = refusal?.xenSays ?? null;
  const expected = verdict.loads ? 'loads' : (DEATHS[refusal?.kind ?? 'no-boot-path'] ?? 'refused');
  const errors = answer.log.filter(({ isError }) => isError).map(({ text }) => text);
  const difference = { ...answer, log: errors, expected, xenSays, kind: refusal?.kind };
  if (answer.outcome !== expected) return difference;
  if (expected !== 'refused') return null;
  const lines = xenSays?.split('\n') ?? [];
  const isSaid = lines.every((line) => answer.log.some(({ text }) => text.includes(line)));
  // The last error is the one that a user sees to be the reason.
  const reason = errors.at(-1);
  const isReason = reason === undefined || (lines.at(-1) && reason.includes(lines.at(-1) ?? ''));
  return isSaid && isReason ? null : difference;
}
