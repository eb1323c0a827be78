import { type Because, statementOf } from '../programs/xen/products/because.ts';
import type { XenBuild } from '../programs/xen/xen-build.ts';
import type { Cause } from './causes.ts';
import { productNames } from './product-names.ts';

/** What products differ in, and so have a finding. */
export interface Reason {
  /** `Debian 12 and Debian 13 build their toolstacks without liblzo2` */
  readonly text: string;
  /** What shows it of one product; of several, it would be too much to read. */
  readonly evidence: readonly string[];
}

/** The differences of products behind a cause: each once, with the products that have it. */
export function describeBecause({ because, places }: Pick<Cause, 'because' | 'places'>): Reason[] {
  if (because === undefined) return [];
  const builds = new Map<string, XenBuild>();
  for (const build of places.flatMap(({ verdict }) => verdict.builds)) builds.set(build.id, build);
  const groups = new Map<string, Because[]>();
  for (const one of because) {
    const key = JSON.stringify([one.difference, one.certainty, one.from]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [Because];
    const names = productNames(group.flatMap(({ product }) => builds.get(product) ?? []));
    return {
      text: `${statementOf(names, first)}${groundsOf(first)}`,
      evidence: group.length === 1 ? first.evidence.map(describeEvidence) : [],
    };
  });
}

function groundsOf({ certainty, from }: Because): string {
  if (from === null) return '';
  return certainty === 'inferred' ? ` (inferred from ${from})` : `: ${from}`;
}

function describeEvidence({ kind, what, source, date }: Because['evidence'][number]): string {
  return `${kind}: ${what} (${source}${date === null ? '' : `, ${date}`})`;
}
