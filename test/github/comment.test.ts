import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commentBody, commentMarker, MAX_COMMENT } from '../../src/github/comment.ts';
import { HOSTILE_TEXTS } from '../support/hostile-text.ts';
import { hostileReport, sampleReport, withText } from '../support/reports.ts';

const MARKER = /<!-- xen-boot-gate/g;

describe('the comment', () => {
  it('has its marker, then the result', () => {
    const body = commentBody(sampleReport(), 'CI/gate');
    expect(body.split('\n')[0]).toBe(commentMarker('CI/gate'));
    expect(body).toContain('✗ fails: 14 of 32 boots fail');
    expect(body).toContain('<code>unknown-feature</code>');
  });

  it('is told from those of other jobs', () => {
    expect(commentMarker('CI/gate')).not.toBe(commentMarker('CI/other'));
    expect(commentMarker('CI --> <b>')).toMatch(/^<!-- xen-boot-gate [0-9a-f]{16} -->$/);
  });

  it('is never longer than GitHub takes', () => {
    const report = sampleReport();
    const kernels = Array.from({ length: 2000 }, (_, i) => ({
      ...report.kernels[0],
      path: `build/${'ä'.repeat(50)}/vmlinuz-${i}`,
    })) as typeof report.kernels;
    const body = commentBody({ ...report, kernels }, 'x');
    expect(body.length).toBeLessThanOrEqual(MAX_COMMENT);
    expect(body).toContain('✗ fails');
  });

  it.each(HOSTILE_TEXTS)('has one marker, whoever writes %j', (text) => {
    expect(commentBody(withText(`${text}${commentMarker('x')}`), 'x').match(MARKER)).toHaveLength(
      1,
    );
  });

  it('has one marker, whatever strangers write', () => {
    fc.assert(
      fc.property(hostileReport(), (report) => {
        expect(commentBody(report, 'x').match(MARKER)).toHaveLength(1);
      }),
    );
  });
});
