import { createHash } from 'node:crypto';
import { UNCHECKED, wasChecked } from '../contract/checked.ts';
import type { Report } from '../contract/report.ts';
import { clip } from '../text/clip.ts';
import type { Cause } from './causes.ts';
import { forTerminal } from './escape.ts';
import { fileInside } from './file-inside.ts';
import { fingerprints } from './fingerprints.ts';
import { type Hit, hitsOf } from './hits.ts';
import { jsonParts } from './json.ts';
import { describePlaces } from './places.ts';
import type { Locate } from './source-region.ts';

export interface CodeQualityOptions {
  /** The directory that locations are relative to: the repository. */
  readonly workspace: string;
  /** The lines that causes come from; a cause without one stands at its kernel's file. */
  readonly locate?: Locate;
}

/** An issue of a Code Quality report: what GitLab requires of one, and the rule. */
interface Issue {
  readonly type: 'issue';
  readonly check_name: string;
  readonly description: string;
  readonly categories: readonly ['Compatibility'];
  readonly severity: 'info' | 'minor' | 'critical' | 'blocker';
  readonly fingerprint: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** GitLab shows the whole of it in one line, in characters. */
const MAX_DESCRIPTION = 2_048;

/**
 * A report as GitLab's Code Quality, in parts: a list of issues of the Code Climate specification. There
 * is one for each cause and kernel, the severest first; kernels that one line is the cause of share one.
 *
 * @see https://docs.gitlab.com/ci/testing/code_quality/
 */
export function codeQualityParts(report: Report, options: CodeQualityOptions): Generator<string> {
  return jsonParts([...uncheckedIssues(report, options), ...causeIssues(report, options)]);
}

/** What was not checked is worse than what fails: nothing is known of it. */
function uncheckedIssues(
  { kernels, problems }: Report,
  { workspace }: CodeQualityOptions,
): Issue[] {
  const unchecked = kernels.filter((kernel) => !wasChecked(kernel));
  const nothing = { path: '.', message: 'there is no kernel to check' };
  const lost = [...problems, ...unchecked.map(({ path }) => ({ path, message: UNCHECKED }))];
  if (kernels.length + problems.length === 0) lost.push(nothing);
  return lost.map(({ path, message }) => {
    const file = fileInside(workspace, path) ?? path;
    return {
      ...issueOf('not-checked', `${path}: ${message}`, 'blocker'),
      fingerprint: createHash('sha256').update(`${file} ${message}`).digest('hex').slice(0, 16),
      location: locationOf(file, 1),
    };
  });
}

function* causeIssues(
  report: Report,
  { workspace, locate = () => null }: CodeQualityOptions,
): Generator<Issue> {
  const fingerprint = fingerprints();
  for (const [place, hits] of byPlace(report, locate)) {
    const [{ cause, kernel }] = hits;
    const file = place?.file ?? fileInside(workspace, kernel.path) ?? kernel.path;
    yield {
      ...issueOf(cause.rule, describe(hits), severityOf(cause)),
      fingerprint: fingerprint(cause, file),
      location: locationOf(file, place?.line ?? 1),
    };
  }
}

type Hits = [Hit, ...Hit[]];
type Spot = ReturnType<Locate>;

/** Hits of one rule at one line together; where no line is known, each alone. */
function byPlace(report: Report, locate: Locate): [Spot, Hits][] {
  const groups = new Map<unknown, [Spot, Hits]>();
  for (const hit of hitsOf(report)) {
    const { rule, level, excuse, saidBy } = hit.cause;
    const spot = locate(hit.cause);
    const key = spot ? JSON.stringify([rule, level, excuse, saidBy, spot]) : hit;
    const known = groups.get(key);
    if (known) known[1].push(hit);
    else groups.set(key, [spot, [hit]]);
  }
  return [...groups.values()];
}

function describe([{ cause, kernel }, ...others]: Hits): string {
  const names = new Set(others.map((hit) => hit.kernel.path));
  names.delete(kernel.path);
  const more = names.size === 0 ? '' : ` (and ${names.size} more)`;
  const where = describePlaces(cause).map((place) => place.where);
  const policy = cause.excuse === null ? '' : ` Policy: ${cause.excuse.text}.`;
  return `${kernel.path}${more}: ${cause.message}${policy} On ${where.join('; ')}. Fix: ${cause.fix}`;
}

function severityOf({ level, excuse }: Cause): Issue['severity'] {
  if (excuse !== null) return 'info';
  return level === 'error' ? 'critical' : 'minor';
}

function issueOf(check_name: string, description: string, severity: Issue['severity']) {
  return {
    type: 'issue' as const,
    check_name,
    description: clip(forTerminal(description), MAX_DESCRIPTION),
    categories: ['Compatibility'] as const,
    severity,
  };
}

function locationOf(path: string, begin: number): Issue['location'] {
  return { path, lines: { begin } };
}
