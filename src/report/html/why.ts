import type { VerdictReport } from '../../contract/report.ts';
import { type Cause, faultKey } from '../causes.ts';

/** What verdicts name as their reasons: causes by their place in the list of causes. */
export interface Reasons {
  /** The rules of verdicts, each once. */
  readonly rules: (verdicts: readonly VerdictReport[]) => string[];
  /**
   * `3:0,1 5:0`: cause 3, with the first two of Xen's wordings, and cause 5, with the first. Empty
   * if there is no reason.
   */
  readonly refer: (verdicts: readonly VerdictReport[]) => string;
}

/** Finds the causes of verdicts again, so that the page shows each only once. */
export function reasonsOf(causes: readonly Cause[]): Reasons {
  // Kernels that are alike share their verdicts.
  const hits = new Map<VerdictReport, number[]>();
  for (const [index, { places }] of causes.entries()) {
    for (const { verdict } of places) {
      const own = hits.get(verdict);
      if (own === undefined) hits.set(verdict, [index]);
      else if (own.at(-1) !== index) own.push(index);
    }
  }
  const indexesOf = (verdicts: readonly VerdictReport[]) => [
    ...new Set(verdicts.flatMap((verdict) => hits.get(verdict) ?? [])),
  ];
  return {
    rules: (verdicts) => [
      ...new Set(indexesOf(verdicts).map((index) => causes[index]?.rule ?? '')),
    ],
    refer: (verdicts) =>
      indexesOf(verdicts)
        .map((index) => `${index}:${wordingsOf(causes[index], verdicts).join()}`)
        .join(' '),
  };
}

/** Which wordings of a cause are those of these verdicts. */
function wordingsOf(cause: Cause | undefined, verdicts: readonly VerdictReport[]): number[] {
  if (!cause) return [];
  const fault = faultKey(cause);
  const said = new Set(
    verdicts
      .flatMap(({ findings }) => findings)
      .filter((finding) => faultKey(finding) === fault)
      .map(({ xenSays }) => xenSays),
  );
  return cause.xenSays.flatMap((wording, i) => (said.has(wording) ? [i] : []));
}
