import picocolors from 'picocolors';
import { expect } from 'vitest';
import { publishReport } from '../../src/contract/published.ts';
import { type Annotation, annotationsOf } from '../../src/github/publish/annotations.ts';
import { checkRunOf } from '../../src/github/publish/check-run.ts';
import { commentBody, MAX_COMMENT } from '../../src/github/publish/comment.ts';
import { matrixOutput } from '../../src/github/publish/matrix.ts';
import { renderMarkdown } from '../../src/report/markdown/markdown.ts';
import { renderText } from '../../src/report/text/text.ts';
import { renderHtml, renderReport, renderSarif } from '../support/rendered.ts';
import type { Planted } from './fields.ts';

const LEFT_OUT = '\n> [!NOTE]\n';

/** Holds what is made of a text of a stranger against what is made of a word. */
export type Check = (hostile: Planted, tame: Planted) => void;

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const WORKSPACE = '/workspace';
const RUN = { key: '0123456789abcdef', origin: null };

/** Where text of a kernel, a path or a policy is shown. */
export const OUTPUTS: Readonly<Record<string, Check>> = {
  'a terminal and a log': ({ report }) => {
    const layout = { width: 100, colors: picocolors.createColors(false), more: () => 'explain' };
    for (const line of renderText(report, layout).split('\n')) expectHarmlessLine(line);
  },
  annotations: ({ report, region }, tame) => {
    const annotations = annotationsOf(report, WORKSPACE, { locate: () => region });
    const others = annotationsOf(tame.report, WORKSPACE, { locate: () => tame.region });
    expectHarmlessAnnotations(annotations, others);
  },
  'the job summary': ({ report }, tame) => {
    const summary = renderMarkdown(report, 2 ** 20);
    expectHarmlessMarkdown(summary, renderMarkdown(tame.report, 2 ** 20), tame);
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(2 ** 20);
  },
  'the comment': ({ report }, tame) => {
    const body = commentBody(report, RUN);
    expectHarmlessMarkdown(body, commentBody(tame.report, RUN), tame);
    expect(body.match(/<!-- xen-boot-gate/g)).toHaveLength(1);
    expect(body.length).toBeLessThanOrEqual(MAX_COMMENT);
  },
  'the check run': ({ report, region }, tame) => {
    const run = checkRunOf(report, WORKSPACE, { locate: () => region });
    const other = checkRunOf(tame.report, WORKSPACE, { locate: () => tame.region });
    expect(run.title).toBe(other.title);
    expect(run.summary.length).toBeLessThanOrEqual(65_535);
    expectHarmlessMarkdown(run.summary, other.summary, tame);
    expectHarmlessAnnotations(run.annotations, other.annotations);
  },
  SARIF: ({ report, region }, tame) => {
    const options = { category: 'gate', workspace: WORKSPACE };
    const log = renderSarif(report, { ...options, locate: () => region });
    const other = renderSarif(tame.report, { ...options, locate: () => tame.region });
    expect(keysOf(JSON.parse(log))).toEqual(keysOf(JSON.parse(other)));
    JSON.parse(log, expectHarmlessSarif);
  },
  'the page': ({ report }, tame) => {
    const [page, other] = [report, tame.report].map((one) => renderHtml(one, '2026-11-23'));
    const tags = /<\/?[a-z][^>]*?(?=[\s>])/g;
    expect(page?.match(tags)).toEqual(other?.match(tags));
    expect(page?.replaceAll('\n', '')).not.toMatch(INVISIBLE);
  },
  'the JSON report': ({ report }) => {
    const json = renderReport(report);
    expect(JSON.parse(json)).toEqual(publishReport(report));
    for (const line of json.split('\n')) expectHarmlessLine(line);
  },
  'the output matrix': ({ report }) => {
    const matrix = matrixOutput(report) ?? '[]';
    expectHarmlessLine(matrix);
    const verdicts = report.kernels.flatMap((one) => one.verdicts).length;
    expect([0, verdicts]).toContain(JSON.parse(matrix).length);
  },
};

function expectHarmlessLine(line: string): void {
  expect(line).not.toMatch(INVISIBLE);
  expect(line).not.toMatch(/^\s*::|##\[/);
}

/** `@actions/core` encodes line ends and what ends a property; the rest reaches the run's page. */
function expectHarmlessAnnotations(
  annotations: readonly Annotation[],
  tame: readonly Annotation[],
): void {
  expect(annotations.map(({ level, title }) => [level, title])).toEqual(
    tame.map(({ level, title }) => [level, title]),
  );
  for (const { message, file } of annotations) {
    expect(message.length).toBeLessThan(4096);
    for (const line of [...message.split('\n'), file ?? '']) expectHarmlessLine(line);
  }
}

function expectHarmlessMarkdown(markdown: string, tame: string, { report }: Planted): void {
  if (markdown.includes(LEFT_OUT)) {
    // Too much to show all of it: what is left is made of nothing but what a word leaves, in whole
    // or where there is room for the totals alone.
    const parts = skeletonOf(`${tame}\n${renderMarkdown(report, 0)}`);
    for (const line of skeletonOf(markdown)) expect(parts).toContainEqual(line);
  } else {
    expect(skeletonOf(markdown)).toEqual(skeletonOf(tame));
  }
  expect(markdown.replaceAll('\n', '')).not.toMatch(INVISIBLE);
  // GitHub makes links, mentions, emoji and formulas of text that is no markup: where a reference
  // has become a character again, only the comment behind it keeps them apart.
  const text = markdown
    .replace(/^- <https:.*>$/gm, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
  expect(text).not.toMatch(/https?:\/|www\.\w|@someone|#1|GH-1|:tada:|\$\\/);
}

/** What Markdown is made of besides text. */
function skeletonOf(markdown: string) {
  return markdown.split('\n').map((line) => ({
    cells: line.split('|').length,
    tags: line.match(/<[^!][^>]*>/g),
    marks: line.replace(/&#?\w+;/g, '').match(/[`*[\]\\@#]/g),
  }));
}

/** The keys of a value and of all in it, without the strings and numbers. */
function keysOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.entries(value).map(([key, one]) => [key, keysOf(one)]);
}

function expectHarmlessSarif(this: unknown, key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  expect(value.replaceAll('\n', '')).not.toMatch(INVISIBLE);
  if (key === 'uri') expect(value).not.toMatch(/[\s<>"{}|\\^`]|[^ -~]/);
  // A message of ours: no link (§3.11.6), no placeholder (§3.11.5).
  if (key !== 'text') return value;
  expect(value).not.toContain('](');
  expect(value.replaceAll(/\{\{|\}\}/g, '')).not.toMatch(/[{}]/);
  return value;
}
