import { posix } from 'node:path';
import { UNCHECKED, wasChecked } from '../../contract/checked.ts';
import type { KernelReport, Report } from '../../contract/report.ts';
import { wayLabel } from '../../programs/boot-way.ts';
import { clip } from '../../text/clip.ts';
import { formatMemory } from '../../text/size.ts';
import { describeBecause } from '../because.ts';
import { type Cause, causesOf } from '../causes.ts';
import { forSarif, forTerminal } from '../escape.ts';
import { fileInCheckout, fileInside } from '../file-inside.ts';
import { type Fingerprint, fingerprints } from '../fingerprints.ts';
import { type Hit, hitsOf } from '../hits.ts';
import { jsonParts } from '../json.ts';
import { needsOf } from '../memory.ts';
import { describePlaces } from '../places.ts';
import { rowsOf } from '../rows.ts';
import type { Locate, SourceRegion } from '../source-region.ts';
import { describeUnclaimed } from '../unclaimed.ts';
import { describeWordings, wordingsOf } from '../wordings.ts';
import type {
  SarifLocation,
  SarifLog,
  SarifNotification,
  SarifResult,
  SarifRun,
} from './sarif-log.ts';
import { sarifRuleIndex, sarifRules } from './sarif-rules.ts';

export interface SarifOptions {
  /**
   * Distinguishes this analysis from others of the same commit: GitHub keeps one of each category.
   */
  readonly category: string;
  /** The directory that paths are relative to; without one, they stay as they are. */
  readonly workspace?: string;
  /** Where in it the repository is that locations are relative to, with `/` at its end. */
  readonly checkout?: string;
  /** The lines that causes come from; a cause without one stands at its kernel's file. */
  readonly locate?: Locate;
  /** The URL of the directory of the rules' pages, where that is known. */
  readonly pages?: string;
}

/** GitHub shows no more results of a run, and refuses a run of more than 25,000. */
export const MAX_RESULTS = 5_000;

/** What a message may have, in characters: all of them together stay far below GitHub's 10 MB. */
const MAX_MESSAGE = 2_048;

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/**
 * A report as SARIF 2.1.0, in parts: the static analysis format of OASIS, as GitHub's code scanning
 * accepts it. It has one run, with one result for each cause and kernel, the severest first.
 */
export function sarifParts(report: Report, options: SarifOptions): Generator<string> {
  const log: SarifLog = { $schema: SCHEMA, version: '2.1.0', runs: [runOf(report, options)] };
  return jsonParts(log);
}

function runOf(report: Report, options: SarifOptions): SarifRun {
  const { name, version } = report.tool;
  const uri = uriMaker(options);
  const results = resultsOf(report, uri, options.locate ?? (() => null));
  const notes = notifications(report, uri, countHits(report) - results.length);
  return {
    tool: {
      driver: {
        name,
        version,
        semanticVersion: version,
        rules: sarifRules(options.pages ?? null),
      },
    },
    // What follows the last slash would be the run, which GitHub does not use.
    automationDetails: { id: `${options.category}/` },
    columnKind: 'utf16CodeUnits',
    invocations: [
      { executionSuccessful: report.problems.length === 0, toolExecutionNotifications: notes },
    ],
    artifacts: report.kernels.map((kernel) => ({
      location: { uri: uri(kernel.path) },
      length: kernel.size,
      hashes: { 'sha-256': kernel.sha256 },
      roles: ['analysisTarget'],
      properties: { memory: memoryOf(kernel) },
    })),
    results,
  };
}

/** `pv-domu: checked with 4 GiB, needs 65 MiB`, for each way to boot. */
function memoryOf(kernel: KernelReport): string[] {
  return rowsOf(kernel).map(({ memory, verdicts, ...way }) => {
    const needs = needsOf({ verdicts }).join(' or ');
    const checked = `${wayLabel(way)}: checked with ${formatMemory(memory)}`;
    return needs === '' ? checked : `${checked}, needs ${needs}`;
  });
}

function countHits(report: Report): number {
  return causesOf(report).reduce(
    (sum, { places }) => sum + new Set(places.map(({ kernel }) => kernel)).size,
    0,
  );
}

/** The first results, the severest: of the others there is only a number. */
function resultsOf(report: Report, uri: (path: string) => string, locate: Locate): SarifResult[] {
  const fingerprint = fingerprints();
  const results: SarifResult[] = [];
  for (const hit of hitsOf(report)) {
    if (results.length === MAX_RESULTS) break;
    results.push(resultOf(hit, uri, locate, fingerprint));
  }
  return results;
}

function resultOf(
  { cause, kernel }: Hit,
  uri: (path: string) => string,
  locate: Locate,
  fingerprint: Fingerprint,
): SarifResult {
  const target = uri(kernel.path);
  const region = locate(cause);
  const place = region ? uri(region.file) : target;
  const index = sarifRuleIndex(cause.rule);
  return {
    ruleId: cause.rule,
    ...(index >= 0 && { ruleIndex: index }),
    level: cause.level,
    message: { text: messageOf(cause, kernel) },
    analysisTarget: { uri: target },
    locations: [{ physicalLocation: locationOf(place, region) }],
    ...(cause.excuse?.kind === 'waived' && {
      suppressions: [
        { kind: 'external', justification: clip(forTerminal(cause.excuse.text), MAX_MESSAGE) },
      ],
    }),
    partialFingerprints: { primaryLocationLineHash: fingerprint(cause, target) },
  };
}

/** GitHub shows the first sentence where there is little room: with the file, alerts at one line differ. */
function messageOf(cause: Cause, { path }: KernelReport): string {
  const lines = [
    `${forSarif(posix.basename(path))}: ${forSarif(cause.message)}`,
    `Kernel: ${forSarif(path)}`,
    ...(cause.excuse === null ? [] : [`Policy: ${forSarif(cause.excuse.text)}`]),
    ...describePlaces(cause).map(({ where }) => `Where: ${where}.`),
    ...describeBecause(cause).map(({ text }) => `Because: ${forSarif(text)}`),
    ...describeWordings(wordingsOf(cause), forSarif),
    `Fix: ${forSarif(cause.fix)}`,
  ];
  return clip(lines.join('\n'), MAX_MESSAGE);
}

/** A binary has no lines, but GitHub wants one of everything: the first stands for the file. */
function locationOf(uri: string, region: SourceRegion | null): SarifLocation {
  return {
    artifactLocation: { uri },
    region: {
      startLine: region?.line ?? 1,
      startColumn: region?.column ?? 1,
      endLine: region?.endLine ?? 1,
      endColumn: region?.endColumn ?? 2,
    },
  };
}

function notifications(
  { kernels, problems, notices = [] }: Report,
  uri: (path: string) => string,
  left: number,
): SarifNotification[] {
  const unchecked = kernels.filter((kernel) => !wasChecked(kernel));
  const say = (level: SarifNotification['level'], text: string) => ({
    level,
    message: { text: clip(text, MAX_MESSAGE) },
  });
  return [
    ...problems.map(({ path, message }) => say('error', `${forSarif(path)}: ${forSarif(message)}`)),
    ...unchecked.map(({ path }) => say('error', `${forSarif(path)}: ${UNCHECKED}`)),
    ...kernels.flatMap((kernel) => {
      const unclaimed = describeUnclaimed(kernel);
      return unclaimed === null ? [] : [say('note', `${forSarif(kernel.path)}: ${unclaimed}`)];
    }),
    ...notices.map(
      ({ path, line, column, level, message }): SarifNotification => ({
        ...say(level === 'warning' ? 'warning' : 'note', forSarif(message)),
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: uri(path) },
              region: { startLine: line, startColumn: column },
            },
          },
        ],
      }),
    ),
    ...(left > 0
      ? [say('warning', `${left} more results were left out, because of GitHub's limit.`)]
      : []),
  ];
}

/** A path as a URI; one in the repository, or else in the workspace, is relative to it. */
function uriMaker({ workspace, checkout = '' }: SarifOptions): (path: string) => string {
  if (workspace === undefined) return uriOf;
  return (path) => uriOf(fileInCheckout(checkout, fileInside(workspace, path) ?? path));
}

/** A relative path stays relative: GitHub looks for it in the repository. */
function uriOf(path: string): string {
  const wellFormed = posix.normalize(path).replace(/\p{Cs}/gu, '\ufffd');
  const encoded = wellFormed.split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}
