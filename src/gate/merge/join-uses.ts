import type { BaselineUse, PolicyUse } from '../../contract/policy-use.ts';
import type { FoundKernels } from '../../contract/shard-report.ts';

/**
 * What the kernels of several shards made of one policy.
 *
 * @param found the kernels of all of them, in the order of the run.
 */
export function joinUses(a: PolicyUse, b: PolicyUse, found: readonly FoundKernels[]): PolicyUse {
  return {
    names: a.names.map((name, i) => ({ ...name, isMet: name.isMet || isMet(b.names[i]) })),
    waivers: a.waivers.map((waiver, i) => {
      const other = b.waivers[i];
      return {
        ...waiver,
        kernels: waiver.kernels.map((word, at) => ({
          ...word,
          isMet: word.isMet || isMet(other?.kernels[at]),
        })),
        isUsed: waiver.isUsed || other?.isUsed === true,
      };
    }),
    baseline: a.baseline && b.baseline && joinBaselines(a.baseline, b.baseline, found),
  };
}

function isMet(one: { readonly isMet: boolean } | undefined): boolean {
  return one?.isMet === true;
}

function joinBaselines(
  a: BaselineUse,
  b: BaselineUse,
  found: readonly FoundKernels[],
): BaselineUse {
  const added = new Set([...a.added, ...b.added]);
  return {
    place: a.place,
    added: found.flatMap(({ kernels }) => kernels).filter((path) => added.has(path)),
    before: a.before.map((kernel, i) => ({
      ...kernel,
      isMet: kernel.isMet || isMet(b.before[i]),
    })),
  };
}
