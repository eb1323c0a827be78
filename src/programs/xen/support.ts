/** How long the Xen Project cares for a series. Days are `YYYY-MM-DD`, the last one included. */
export interface SupportWindow {
  readonly minor: string;
  /** Day of the first release of the series. */
  readonly released: string;
  /** Bug fixes and security fixes; `null` where upstream states no day. */
  readonly bugfixUntil: string | null;
  /** Security fixes only; `null` where upstream states no day. */
  readonly securityUntil: string | null;
}

/**
 * From `Initial-Release`, `Supported-Until` and `Security-Support-Until` in SUPPORT.md on each
 * stable branch of xen.git, read on 2026-11-22. The file exists from 4.10; for older series the
 * first day is that of the release tag, and upstream states no others. In 2026 the windows of 4.17
 * and later were made longer, so the last word is the newest point release's.
 */
const WINDOWS = [
  ['4.0', '2010-04-07', null, null],
  ['4.1', '2011-03-25', null, null],
  ['4.2', '2012-09-17', null, null],
  ['4.3', '2013-07-09', null, null],
  ['4.4', '2014-03-10', null, null],
  ['4.5', '2015-01-15', null, null],
  ['4.6', '2015-10-07', null, null],
  ['4.7', '2016-06-20', null, null],
  ['4.8', '2016-12-05', null, null],
  ['4.9', '2017-06-27', null, null],
  ['4.10', '2017-12-13', '2019-06-13', '2020-12-13'],
  ['4.11', '2018-07-10', '2020-01-10', '2021-07-10'],
  ['4.12', '2019-04-02', '2020-10-02', '2022-04-02'],
  ['4.13', '2019-12-18', '2021-06-18', '2022-12-18'],
  ['4.14', '2020-07-24', '2022-01-24', '2023-07-24'],
  ['4.15', '2021-04-08', '2022-10-08', '2024-04-08'],
  ['4.16', '2021-12-02', '2023-06-02', '2024-12-02'],
  ['4.17', '2022-12-12', '2024-06-12', '2027-12-12'],
  ['4.18', '2023-11-16', '2025-05-16', '2028-11-16'],
  ['4.19', '2024-07-29', '2026-01-29', '2029-07-29'],
  ['4.20', '2025-03-05', '2028-03-05', '2030-03-05'],
  ['4.21', '2025-11-19', '2028-11-19', '2030-11-19'],
  ['4.22', '2026-07-30', '2029-07-30', '2031-07-30'],
] as const;

/** Every series from 4.0 on, in order. */
export const SUPPORT_WINDOWS: readonly SupportWindow[] = WINDOWS.map(
  ([minor, released, bugfixUntil, securityUntil]) => ({
    minor,
    released,
    bugfixUntil,
    securityUntil,
  }),
);

/** The series with security support on a day (`YYYY-MM-DD`). */
export function supportedMinors(day: string): string[] {
  return SUPPORT_WINDOWS.filter(
    ({ securityUntil }) => securityUntil !== null && day <= securityUntil,
  ).map(({ minor }) => minor);
}
