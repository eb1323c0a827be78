import type { WaiverUse } from '../contract/policy-use.ts';
import type { Finding, KernelReport } from '../contract/report.ts';
import { openPatterns } from '../glob/path-set.ts';
import { wayOn } from '../programs/boot-list.ts';
import { isDom0 } from '../programs/boot-path.ts';
import { wayId } from '../programs/boot-way.ts';
import type { Target, TargetFilter, Waiver } from './policy.ts';

/** Finds the waiver of a finding; of several the first in the file. */
export type FindWaiver = (finding: Finding, target: Target) => Waiver | undefined;

/** The waivers of a policy on one day. */
export interface Waivers {
  of(kernel: KernelReport): FindWaiver;
  /** What the kernels so far made of each. */
  uses(): WaiverUse[];
}

/** @param today `YYYY-MM-DD` */
export function openWaivers(waivers: readonly Waiver[], today: string): Waivers {
  const used = new Set<Waiver>();
  const words = waivers.flatMap((waiver) => waiver.kernels.map((text) => ({ waiver, text })));
  const namedBy = openPatterns(words.map(({ text }) => text));
  /** Those that some kernel of this run is. */
  const met = new Set<Word>();
  const holding = waivers.filter((waiver) => holds(waiver, today));
  return {
    of: (kernel) => {
      const named = new Set(namedBy(kernel.path));
      const own = words.filter(({ text }, i) => named.has(i) || text === kernel.name);
      for (const word of own) met.add(word);
      const meant = new Set(own.map(({ waiver }) => waiver));
      const fitting = holding
        .filter((waiver) => waiver.kernels.length === 0 || meant.has(waiver))
        .map((waiver) => ({ waiver, covers: coverOf(waiver.targets) }));
      return (finding, target) => {
        const found = fitting.filter(
          ({ waiver, covers }) => isMeant(finding, waiver) && covers(target),
        );
        for (const { waiver } of found) used.add(waiver);
        return found[0]?.waiver;
      };
    },
    uses: () =>
      waivers.map((waiver) => ({
        of: excused(waiver),
        owner: waiver.owner,
        expires: waiver.expires,
        place: waiver.place,
        kernels: words
          .filter((word) => word.waiver === waiver)
          .map((word) => ({ text: word.text, isMet: met.has(word) })),
        isUsed: used.has(waiver),
      })),
  };
}

/** A name or a pattern for kernels. */
interface Word {
  readonly waiver: Waiver;
  readonly text: string;
}

/** @param today `YYYY-MM-DD` */
export function holds({ expires }: Pick<Waiver, 'expires'>, today: string): boolean {
  return today <= expires;
}

/** Whether targets are among those of some filters; all are, where there is no filter. */
export function coverOf(filters: readonly TargetFilter[]): (target: Target) => boolean {
  const sets = filters.map(({ builds, ...rest }) => ({
    ...rest,
    ids: builds && new Set(builds.map(({ id }) => id)),
  }));
  return ({ build, memory, ...way }) =>
    sets.length === 0 ||
    sets.some((set) => {
      const wanted = isDom0(way.boot) ? set.dom0Memory : set.guestMemory;
      const isWay = set.boot
        ? set.boot.some((named) => wayId(wayOn(named, build)) === wayId(way))
        : set.among.includes(way.boot);
      return isWay && (set.ids?.has(build.id) ?? true) && (wanted === null || wanted === memory);
    });
}

function isMeant({ rule, evidence }: Finding, waiver: Waiver): boolean {
  return waiver.rule === rule && (waiver.feature ?? evidence.feature) === evidence.feature;
}

/** `unknown-feature of hvm_callback_vector` */
function excused({ rule, feature }: Waiver): string {
  return feature === undefined ? rule : `${rule} of ${feature}`;
}
