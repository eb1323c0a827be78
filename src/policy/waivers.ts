import type { Finding, KernelReport, Notice } from '../contract/report.ts';
import { openPatterns } from '../glob/path-set.ts';
import { wayOn } from '../programs/boot-list.ts';
import { isDom0 } from '../programs/boot-path.ts';
import { wayId } from '../programs/boot-way.ts';
import { nameSome, quote } from '../text/quote.ts';
import type { Target, TargetFilter, Waiver } from './policy.ts';

/** Finds the waiver of a finding; of several the first in the file. */
export type FindWaiver = (finding: Finding, target: Target) => Waiver | undefined;

/** The waivers of a policy on one day. */
export interface Waivers {
  of(kernel: KernelReport): FindWaiver;
  /** What to say of waivers that are expired or soon will be, or that no finding has needed so far. */
  notices(): Notice[];
}

/**
 * @param today `YYYY-MM-DD`
 * @param warnBefore in days: those that expire within so many are reported.
 */
export function openWaivers(
  waivers: readonly Waiver[],
  today: string,
  warnBefore: number,
): Waivers {
  const used = new Set<Waiver>();
  const words = waivers.flatMap((waiver) => waiver.kernels.map((text) => ({ waiver, text })));
  const namedBy = openPatterns(words.map(({ text }) => text));
  /** Those that some kernel of this run is. */
  const met = new Set<Word>();
  const holding = waivers.filter(({ expires }) => today <= expires);
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
    notices: () =>
      waivers.flatMap((waiver) => {
        if (!holding.includes(waiver)) return [expiredNotice(waiver)];
        const unmet = words.filter((word) => word.waiver === waiver && !met.has(word));
        const unmatched = unmet.length > 0 ? [unmatchedNotice(waiver, unmet)] : [];
        if (unmet.length > 0 && unmet.length === waiver.kernels.length) return unmatched;
        if (!used.has(waiver)) return [...unmatched, unusedNotice(waiver)];
        const left = daysBetween(today, waiver.expires);
        return left <= warnBefore ? [...unmatched, expiringNotice(waiver, left)] : unmatched;
      }),
  };
}

/** A name or a pattern for kernels. */
interface Word {
  readonly waiver: Waiver;
  readonly text: string;
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

const DAY_MS = 24 * 60 * 60 * 1000;

function daysBetween(today: string, day: string): number {
  return (Date.parse(day) - Date.parse(today)) / DAY_MS;
}

function expiringNotice(waiver: Waiver, left: number): Notice {
  const when = left === 0 ? 'today' : left === 1 ? 'tomorrow' : `in ${left} days`;
  const { place, owner, expires } = waiver;
  const message = `the waiver of ${excused(waiver)} expires ${when}, on ${expires}; owner: ${owner}`;
  return { ...place, level: 'notice', message };
}

function expiredNotice(waiver: Waiver): Notice {
  const { place, owner, expires } = waiver;
  const message = `the waiver of ${excused(waiver)} expired on ${expires}; owner: ${owner}`;
  return { ...place, level: 'warning', message };
}

function unusedNotice(waiver: Waiver): Notice {
  const { place, owner } = waiver;
  const message = `the waiver of ${excused(waiver)} is unused: it matches no finding; owner: ${owner}`;
  return { ...place, level: 'notice', message };
}

/** How many patterns without a kernel a notice names. */
const MOST_NAMED = 10;

function unmatchedNotice(waiver: Waiver, words: readonly Word[]): Notice {
  const { place, owner } = waiver;
  const texts = nameSome(
    words.map(({ text }) => quote(text)),
    MOST_NAMED,
  );
  const message = `the waiver of ${excused(waiver)} names kernels that were not checked: no path or name matches ${texts}; owner: ${owner}`;
  return { ...place, level: 'notice', message };
}
