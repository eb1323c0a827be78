import type { RuleId } from '../../src/rules/index.ts';
import type { Verdict } from '../../src/xen/check-kernel.ts';
import type { Refusal } from '../../src/xen/refusal.ts';
import type { Answer } from './reader.ts';

/** How the toolstack itself ends, by the finding that says so. */
const DEATHS: Partial<Record<RuleId, Answer['outcome']>> = {
  'toolstack-hangs': 'hangs',
  'toolstack-aborts': 'aborts',
  'toolstack-crashes': 'crashes',
};

/** A difference that the gate means, or that is not worth an effort. */
interface Known {
  readonly why: string;
  readonly holds: (answer: Answer, refusal: Refusal) => boolean;
}

const KNOWN: readonly Known[] = [
  {
    why: 'the decoder of zstd in the hypervisor decides: libzstd takes some corrupt streams',
    holds: ({ outcome }, { rule, evidence }) =>
      outcome === 'loads' && rule === 'corrupt-payload' && codecOf(evidence) === 'zstd',
  },
  {
    why: 'how much comes out of gzip before a fault is not known, so -3 may be said for -5',
    holds: ({ outcome, log }, { xenSays }) =>
      outcome === 'refused' &&
      log.some(({ text }) => text.includes('inflate failed (rc=-5)')) &&
      xenSays === 'xc_dom_do_gunzip: inflate failed (rc=-3)',
  },
  {
    why: 'liblzma does not come to a fault behind a size of 0, and no loader takes what is empty',
    holds: ({ outcome, log }) =>
      outcome === 'refused' && log.some(({ text }) => text.endsWith('-> 0x0')),
  },
];

function codecOf(evidence: object): unknown {
  return 'codec' in evidence ? evidence.codec : null;
}

/** Where the library's answer and our verdict differ; `null` where they agree, or may differ. */
export function differenceOf(answer: Answer, verdict: Verdict | undefined) {
  if (!verdict) return { outcome: answer.outcome, expected: 'a verdict' };
  const [refusal] = verdict.refusals;
  const expected = verdict.loads ? 'loads' : (DEATHS[refusal?.rule ?? 'no-boot-path'] ?? 'refused');
  const isSame = answer.outcome === expected && (expected !== 'refused' || isSaid(answer, refusal));
  if (isSame || (refusal && KNOWN.some(({ holds }) => holds(answer, refusal)))) return null;
  const errors = answer.log.filter(({ isError }) => isError).map(({ text }) => text);
  return { outcome: answer.outcome, errors, expected, ours: refusal };
}

/** Whether the library logged all that we say Xen prints, and no other error after it. */
function isSaid({ log }: Answer, refusal: Refusal | undefined): boolean {
  const lines = refusal?.xenSays?.split('\n') ?? [];
  const errors = log.filter(({ isError }) => isError).map(({ text }) => text);
  const isLogged = lines.every((line) => log.some(({ text }) => text.includes(line)));
  const [reason, ours] = [errors.at(-1), lines.at(-1)];
  return isLogged && (reason === undefined || (ours !== undefined && reason.includes(ours)));
}
