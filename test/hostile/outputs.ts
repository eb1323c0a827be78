import picocolors from 'picocolors';
import { expect } from 'vitest';
import type { Report } from '../../src/contract/report.ts';
import { type Annotation, annotationsOf } from '../../src/github/publish/annotations.ts';
import { checkRunOf } from '../../src/github/publish/check-run.ts';
import { commentBody, MAX_COMMENT } from '../../src/github/publish/comment.ts';
import { matrixOutput } from '../../src/github/publish/matrix.ts';
import { renderMarkdown } from '../../src/report/markdown/markdown.ts';
import { renderText } from '../../src/report/text/text.ts';
import { publishReport } from '../support/published.ts';
import {
  renderCodeQuality,
  renderHtml,
  renderJunit,
  renderReport,
  renderSarif,
} from '../support/rendered.ts';
import type { Planted } from './fields.ts';

const LEFT_OUT = '\n> [!NOTE]\n';

/** Compares what is made of a word with what is made of untrusted text in its place. */
export type Check = (tame: Planted) => (hostile: Planted) => void;

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const WORKSPACE = '/workspace';
const RUN = { key: '0123456789abcdef', origin: null };

/** Less than GitHub gives, in bytes: how to keep to a limit is the same for all of them. */
const MAX_SUMMARY = 2 ** 16;

/** Where text of a kernel, a path or a policy is shown. */
export const OUTPUTS: Readonly<Record<string, Check>> = {
  'a terminal and a log': () => {
    const layout = { width: 100, colors: picocolors.createColors(false), more: () => 'explain' };
    return ({ report }) => expectHarmlessLines(renderText(report, layout));
  },
  annotations: (tame) => {
    const annotationsIn = ({ report, region }: Planted) =>
      annotationsOf(report, WORKSPACE, { locate: () => region });
    const others = annotationsIn(tame);
    return (hostile) => expectHarmlessAnnotations(annotationsIn(hostile), others);
  },
  'the job summary': (tame) => {
    const expectHarmless = markdownLike(renderMarkdown(tame.report, MAX_SUMMARY));
    return ({ report }) => {
      const summary = renderMarkdown(report, MAX_SUMMARY);
      expectHarmless(summary, report);
      expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(MAX_SUMMARY);
    };
  },
  'the comment': (tame) => {
    const expectHarmless = markdownLike(commentBody(tame.report, RUN));
    return ({ report }) => {
      const body = commentBody(report, RUN);
      expectHarmless(body, report);
      expect(body.match(/<!-- xen-boot-gate/g)).toHaveLength(1);
      expect(body.length).toBeLessThanOrEqual(MAX_COMMENT);
    };
  },
  'the check run': (tame) => {
    const runOf = ({ report, region }: Planted) =>
      checkRunOf(report, WORKSPACE, { locate: () => region });
    const other = runOf(tame);
    const expectHarmless = markdownLike(other.summary);
    return (hostile) => {
      const run = runOf(hostile);
      expect(run.title).toBe(other.title);
      expect(run.summary.length).toBeLessThanOrEqual(65_535);
      expectHarmless(run.summary, hostile.report);
      expectHarmlessAnnotations(run.annotations, other.annotations);
    };
  },
  SARIF: (tame) => {
    const logOf = ({ report, region }: Planted) =>
      JSON.parse(
        renderSarif(report, { category: 'gate', workspace: WORKSPACE, locate: () => region }),
      );
    const keys = JSON.stringify(keysOf(logOf(tame)));
    return (hostile) => {
      const log = logOf(hostile);
      expect(JSON.stringify(keysOf(log))).toBe(keys);
      expect(harmIn(log)).toEqual([]);
    };
  },
  'the page': (tame) => {
    const tags = /<\/?[a-z][^>]*?(?=[\s>])/g;
    const pageOf = ({ report }: Planted) => renderHtml(report, '2026-11-23');
    const other = pageOf(tame).match(tags)?.join('\n');
    return (hostile) => {
      const page = pageOf(hostile);
      expect(page.match(tags)?.join('\n')).toBe(other);
      expect(page.replaceAll('\n', '')).not.toMatch(INVISIBLE);
    };
  },
  'the JSON report': () => {
    return ({ report }) => {
      const json = renderReport(report);
      expect(JSON.parse(json)).toEqual(publishReport(report));
      expectHarmlessLines(json);
    };
  },
  JUnit: (tame) => {
    const tags = /<\/?[a-z-]+/g;
    const other = renderJunit(tame.report).match(tags);
    return ({ report }) => {
      const xml = renderJunit(report);
      expect(xml.match(tags)).toEqual(other);
      expect(xml.replaceAll('\n', '')).not.toMatch(INVISIBLE);
      expect(xml).not.toMatch(/&(?!#\d+;)/);
    };
  },
  'Code Quality': (tame) => {
    const issuesOf = ({ report, region }: Planted) =>
      JSON.parse(renderCodeQuality(report, { workspace: WORKSPACE, locate: () => region }));
    const keys = JSON.stringify(keysOf(issuesOf(tame)));
    return (hostile) => {
      const issues = issuesOf(hostile);
      expect(JSON.stringify(keysOf(issues))).toBe(keys);
      for (const { description } of issues) expectHarmlessLines(description);
    };
  },
  'the output matrix': () => {
    return ({ report }) => {
      const matrix = matrixOutput(report) ?? '[]';
      expectHarmlessLines(matrix);
      expect(matrix).not.toContain('\n');
      const verdicts = report.kernels.flatMap((one) => one.verdicts).length;
      expect([0, verdicts]).toContain(JSON.parse(matrix).length);
    };
  },
};

function expectHarmlessLines(text: string): void {
  expect(text.replaceAll('\n', '')).not.toMatch(INVISIBLE);
  expect(text).not.toMatch(/^\s*::|##\[/m);
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
    expectHarmlessLines(message);
    expectHarmlessLines(file ?? '');
    expect(file ?? '').not.toContain('\n');
  }
}

/** Compares Markdown with that of a word. */
function markdownLike(tame: string): (markdown: string, report: Report) => void {
  const skeleton = skeletonOf(tame);
  return (markdown, report) => {
    if (markdown.includes(LEFT_OUT)) {
      // Too much to show all of it: what is left is made of nothing but what a word leaves, in whole
      // or where there is room for the totals alone.
      const parts = new Set([...skeleton, ...skeletonOf(renderMarkdown(report, 0))]);
      expect(skeletonOf(markdown).filter((line) => !parts.has(line))).toEqual([]);
    } else {
      expect(skeletonOf(markdown)).toEqual(skeleton);
    }
    expectHarmlessMarkdown(markdown);
  };
}

function expectHarmlessMarkdown(markdown: string): void {
  expect(markdown.replaceAll('\n', '')).not.toMatch(INVISIBLE);
  // GitHub makes links, mentions, emoji and formulas of text that is no markup: where a reference
  // has become a character again, only the comment behind it keeps them apart.
  const text = markdown
    .replace(/^(- \[.*\])\(https:.*\)$/gm, '$1')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
  expect(text).not.toMatch(/https?:\/|www\.\w|@someone|#1|GH-1|:tada:|\$\\/);
}

/** What each line of Markdown is made of besides text: cells, tags and marks. */
function skeletonOf(markdown: string): string[] {
  return markdown.split('\n').map((line) => {
    const tags = line.match(/<[^!][^>]*>/g) ?? [];
    const marks = line.replace(/&#?\w+;/g, '').match(/[`*[\]\\@#]/g) ?? [];
    return JSON.stringify([line.split('|').length, tags, marks]);
  });
}

/** The keys of a value and of all in it, without the strings and numbers. */
function keysOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.entries(value).map(([key, one]) => [key, keysOf(one)]);
}

/** The strings of a SARIF log that do harm, with their keys. */
function harmIn(log: unknown): [string, string][] {
  const found: [string, string][] = [];
  JSON.stringify(log, (key, value) => {
    if (typeof value === 'string' && isHarmful(key, value)) found.push([key, value]);
    return value;
  });
  return found;
}

function isHarmful(key: string, value: string): boolean {
  if (INVISIBLE.test(value.replaceAll('\n', ''))) return true;
  if (key === 'uri' && /[\s<>"{}|\\^`]|[^ -~]/.test(value)) return true;
  // A message of ours: no link (§3.11.6), no placeholder (§3.11.5).
  if (key !== 'text') return false;
  return value.includes('](') || /[{}]/.test(value.replaceAll(/\{\{|\}\}/g, ''));
}
