import type { BaselineUse, NameUse, PolicyUse, WaiverUse } from '../contract/policy-use.ts';
import type { Notice } from '../contract/report.ts';
import { nameSome, quote } from '../text/quote.ts';
import { holds } from './waivers.ts';

/** How many names, or patterns without a kernel, a notice names. */
const MOST_NAMED = 10;

/** How many kernels a notice names. */
const MOST_KERNELS = 3;

/**
 * What is to be said of a policy after a run.
 *
 * @param today `YYYY-MM-DD`
 * @param warnBefore in days: waivers that expire within so many are reported.
 */
export function noticesOf(
  { names, waivers, baseline }: PolicyUse,
  today: string,
  warnBefore: number,
): Notice[] {
  return [
    ...nameNotices(names),
    ...waivers.flatMap((waiver) => waiverNotices(waiver, today, warnBefore)),
    ...(baseline ? baselineNotices(baseline) : []),
  ];
}

/** Names that no kernel of the run has: one of them may be gone. */
function nameNotices(names: readonly NameUse[]): Notice[] {
  const unmatched = names.filter(({ isMet }) => !isMet);
  const [first] = unmatched;
  if (first === undefined) return [];
  const all = nameSome(
    unmatched.map(({ name }) => quote(name)),
    MOST_NAMED,
  );
  return [notice(first, `no checked kernel is at the paths of ${all}`)];
}

/** Waivers that are expired or soon will be, that no finding needs, or that name no checked kernel. */
function waiverNotices(waiver: WaiverUse, today: string, warnBefore: number): Notice[] {
  const { kernels, isUsed, expires } = waiver;
  if (!holds(waiver, today)) return [expiredNotice(waiver)];
  const unmet = kernels.filter(({ isMet }) => !isMet);
  const unmatched = unmet.length > 0 ? [unmatchedNotice(waiver, unmet)] : [];
  if (unmet.length > 0 && unmet.length === kernels.length) return unmatched;
  if (!isUsed) return [...unmatched, unusedNotice(waiver)];
  const left = daysBetween(today, expires);
  return left <= warnBefore ? [...unmatched, expiringNotice(waiver, left)] : unmatched;
}

/** Jobs of a matrix may share a baseline, each with its own kernels: a missing one is no failure. */
function baselineNotices({ place, added, before }: BaselineUse): Notice[] {
  const gone = before.filter(({ isMet }) => !isMet).map(({ path }) => path);
  const names = (paths: readonly string[]) => nameSome(paths, MOST_KERNELS, 'kernel');
  const them = gone.length === 1 ? 'it' : 'them';
  const messages = [
    added.length > 0 &&
      `no baseline kernel matches ${names(added)}: all its findings count as new, and lost boot paths are not reported`,
    gone.length > 0 &&
      `no checked kernel matches ${names(gone)} of the baseline: the build may have lost ${them}, unless another job checks ${them}`,
  ];
  return messages.flatMap((message) => (message === false ? [] : [notice({ place }, message)]));
}

const DAY_MS = 24 * 60 * 60 * 1000;

function daysBetween(today: string, day: string): number {
  return (Date.parse(day) - Date.parse(today)) / DAY_MS;
}

function expiringNotice(waiver: WaiverUse, left: number): Notice {
  const when = left === 0 ? 'today' : left === 1 ? 'tomorrow' : `in ${left} days`;
  const { owner, expires } = waiver;
  return notice(
    waiver,
    `the waiver of ${waiver.of} expires ${when}, on ${expires}; owner: ${owner}`,
  );
}

function expiredNotice(waiver: WaiverUse): Notice {
  const { place, owner, expires } = waiver;
  const message = `the waiver of ${waiver.of} expired on ${expires}; owner: ${owner}`;
  return { ...place, level: 'warning', message };
}

function unusedNotice(waiver: WaiverUse): Notice {
  return notice(
    waiver,
    `the waiver of ${waiver.of} is unused: it matches no finding; owner: ${waiver.owner}`,
  );
}

function unmatchedNotice(waiver: WaiverUse, words: WaiverUse['kernels']): Notice {
  const texts = nameSome(
    words.map(({ text }) => quote(text)),
    MOST_NAMED,
  );
  return notice(
    waiver,
    `the waiver of ${waiver.of} names kernels that were not checked: no path or name matches ${texts}; owner: ${waiver.owner}`,
  );
}

function notice({ place }: Pick<WaiverUse, 'place'>, message: string): Notice {
  return { ...place, level: 'notice', message };
}
