import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commentBody, commentMarker, MAX_COMMENT } from '../../../src/github/publish/comment.ts';
import { forMarkdown } from '../../../src/report/escape.ts';
import { renderMarkdown } from '../../../src/report/markdown/markdown.ts';
import { HEAD_SHA } from '../../support/events.ts';
import { hostileReport, sampleReport } from '../../support/reports.ts';

const MARKER = /<!-- xen-boot-gate/g;
const KEY = '0123456789abcdef';
const NOWHERE = { key: KEY, origin: null };

const RUN_URL = 'https://github.example/me/linux/actions/runs/12';
const SOMEWHERE = {
  key: KEY,
  origin: {
    repository: { owner: 'me', repo: 'linux' },
    headSha: HEAD_SHA,
    pullRequest: null,
    runUrl: RUN_URL,
    names: ['Kernels', 'build (gcc)'],
  },
};

describe('the comment', () => {
  it('is the result between its marker and the run it comes from', () => {
    expect(commentBody(sampleReport(), SOMEWHERE)).toBe(
      `<!-- xen-boot-gate 0123456789abcdef -->\n${renderMarkdown(sampleReport())}\n` +
        `For ${HEAD_SHA}, by Kernels / build (gcc), [in this run](${RUN_URL}).\n`,
    );
  });

  it('does without an unknown run', () => {
    expect(commentBody(sampleReport(), NOWHERE)).toBe(
      `${commentMarker(KEY)}\n${renderMarkdown(sampleReport())}`,
    );
  });

  it.each([
    ['nothing', [], `For ${HEAD_SHA}, [in this run]`],
    [
      'an untrusted user',
      ['[x](y) @me', '<b>'],
      `For ${HEAD_SHA}, by ${forMarkdown('[x](y) @me / <b>')}, [in`,
    ],
    ['much', ['x'.repeat(99_999)], `For ${HEAD_SHA}, by ${'x'.repeat(299)}…, [in this run]`],
  ])('names by %s what cannot be mistaken', (_, names, words) => {
    const origin = { ...SOMEWHERE.origin, names };
    expect(commentBody(sampleReport(), { ...SOMEWHERE, origin })).toContain(words);
  });

  it('is never longer than GitHub takes', () => {
    const report = sampleReport();
    const kernels = Array.from({ length: 2000 }, (_, i) => ({
      ...report.kernels[0],
      path: `build/${'ä'.repeat(50)}/vmlinuz-${i}`,
    })) as typeof report.kernels;
    const body = commentBody({ ...report, kernels }, SOMEWHERE);
    expect(body.length).toBeLessThanOrEqual(MAX_COMMENT);
    expect(body).toContain('✗ fails');
    expect(body).toContain('in this run');
  });

  it('has one marker, whatever untrusted users write', () => {
    fc.assert(
      fc.property(hostileReport(), (report) => {
        expect(commentBody(report, NOWHERE).match(MARKER)).toHaveLength(1);
      }),
    );
  });
});
