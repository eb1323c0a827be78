import type { KernelReport, Notice } from '../report/report.ts';
import type { BootPath } from '../xen/boot-path.ts';
import { namesPath } from './glob.ts';
import type { TargetFilter, Waiver } from './policy.ts';

/** Finds the waiver of a finding; of several the first in the file. */
export type FindWaiver = (rule: string, boot: BootPath, release: string) => Waiver | undefined;

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
  /** Those for some kernel of this run. */
  const met = new Set<Waiver>();
  const holding = waivers.filter(({ expires }) => today <= expires);
  return {
    of: (kernel) => {
      const own = holding
        .filter(
          ({ kernels }) => kernels.length === 0 || kernels.some((word) => names(word, kernel)),
        )
        .map((waiver) => ({ waiver, covers: coverOf(waiver.targets) }));
      for (const { waiver } of own) met.add(waiver);
      return (rule, boot, release) => {
        const fitting = own.filter(
          ({ waiver, covers }) => waiver.rule === rule && covers(boot, release),
        );
        for (const { waiver } of fitting) used.add(waiver);
        return fitting[0]?.waiver;
      };
    },
    notices: () =>
      waivers.flatMap((waiver) => {
        if (!holding.includes(waiver)) return [expiredNotice(waiver)];
        if (!met.has(waiver)) return [unmetNotice(waiver)];
        if (!used.has(waiver)) return [unusedNotice(waiver)];
        const left = daysBetween(today, waiver.expires);
        return left <= warnBefore ? [expiringNotice(waiver, left)] : [];
      }),
  };
}

/** Whether targets are among those of some filters; all are, where there is no filter. */
export function coverOf(
  filters: readonly TargetFilter[],
): (boot: BootPath, release: string) => boolean {
  const sets = filters.map(({ releases, boot }) => ({
    boot,
    versions: releases && new Set(releases.map(({ version }) => version)),
  }));
  return (boot, release) =>
    sets.length === 0 ||
    sets.some((set) => (set.boot?.includes(boot) ?? true) && (set.versions?.has(release) ?? true));
}

function names(word: string, { name, path }: KernelReport): boolean {
  return word === name || namesPath(word, path);
}

const DAY_MS = 24 * 60 * 60 * 1000;

function daysBetween(today: string, day: string): number {
  return (Date.parse(day) - Date.parse(today)) / DAY_MS;
}

function expiringNotice({ place, rule, owner, expires }: Waiver, left: number): Notice {
  const when = left === 0 ? 'today' : left === 1 ? 'tomorrow' : `in ${left} days`;
  const message = `the waiver of ${rule} expires ${when}, on ${expires}; owner: ${owner}`;
  return { ...place, level: 'notice', message };
}

function expiredNotice({ place, rule, owner, expires }: Waiver): Notice {
  const message = `the waiver of ${rule} expired on ${expires} and holds no longer; owner: ${owner}`;
  return { ...place, level: 'warning', message };
}

function unusedNotice({ place, rule, owner }: Waiver): Notice {
  const message = `the waiver of ${rule} is not needed: nothing that was judged has this finding where it applies; owner: ${owner}`;
  return { ...place, level: 'notice', message };
}

function unmetNotice({ place, rule, kernels, owner }: Waiver): Notice {
  const words = kernels.map((word) => `'${word}'`).join(', ');
  const message = `the waiver of ${rule} excuses nothing: no kernel that was judged is ${words}; owner: ${owner}`;
  return { ...place, level: 'notice', message };
}
