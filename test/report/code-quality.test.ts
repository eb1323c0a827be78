import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { Finding, Report } from '../../src/contract/report.ts';
import type { CodeQualityOptions } from '../../src/report/code-quality.ts';
import type { SourceRegion } from '../../src/report/source-region.ts';
import { finding, kernel, report, verdict } from '../support/fixture-report.ts';
import { HOSTILE_TEXTS } from '../support/hostile-text.ts';
import { renderCodeQuality } from '../support/rendered.ts';
import { sampleReport } from '../support/reports.ts';

/** What GitLab requires of an issue (docs.gitlab.com, "Code Quality report format"), and no field more. */
const isCodeQuality = new Ajv().compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    additionalProperties: false,
    properties: {
      type: { const: 'issue' },
      check_name: { type: 'string', pattern: '^[a-z0-9-]+$' },
      description: { type: 'string', minLength: 1 },
      categories: { const: ['Compatibility'] },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{16}(:[0-9]+)?$' },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^[^/]' },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
});

interface Issue {
  readonly check_name: string;
  readonly description: string;
  readonly severity: string;
  readonly fingerprint: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

function issuesOf(of: Report, options: Partial<CodeQualityOptions> = {}): Issue[] {
  const issues = JSON.parse(renderCodeQuality(of, { workspace: '/workspace', ...options }));
  isCodeQuality(issues);
  expect(isCodeQuality.errors).toBeNull();
  const ids = issues.map(({ fingerprint }: Issue) => fingerprint);
  expect(new Set(ids).size).toBe(ids.length);
  return issues;
}

const failing = (path: string, changes: Partial<Finding> = {}) =>
  kernel({ path, verdicts: [verdict({ findings: [finding(changes)] })] });

const LINE: SourceRegion = { file: 'config', line: 7, column: 1, endLine: 7, endColumn: 9 };

test('has an issue for each cause and kernel, and for what was not checked', () => {
  const issues = issuesOf(sampleReport());
  expect(
    issues.map(({ check_name, severity, location }) => [check_name, severity, location.path]),
  ).toMatchInlineSnapshot(`
    [
      [
        "not-checked",
        "blocker",
        "lost",
      ],
      [
        "unknown-feature",
        "critical",
        "boot/vmlinuz-6.1",
      ],
      [
        "not-a-kernel",
        "critical",
        "boot/vmlinuz-6.1",
      ],
      [
        "old-thing",
        "minor",
        "boot/vmlinuz-6.1",
      ],
    ]
  `);
});

test('says of a cause which kernel, why, where and what to change', () => {
  const [issue] = issuesOf(report([failing('build/vmlinuz')]));
  const { message, fix } = finding();
  expect(issue?.description).toBe(
    `build/vmlinuz: ${message} On pv-domu on Xen 4.14.6–4.16.7. Fix: ${fix}`,
  );
});

test('stands at the line that causes it, once for all kernels of that line', () => {
  const two = report([failing('a/vmlinuz'), failing('b/vmlinuz', { message: 'other offset' })]);
  const issues = issuesOf(two, { locate: () => LINE });
  expect(issues).toHaveLength(1);
  expect(issues[0]?.location).toEqual({ path: 'config', lines: { begin: 7 } });
  expect(issues[0]?.description).toMatch(/^a\/vmlinuz \(and 1 more\): /);
});

test('names files relative to the repository', () => {
  const [inside, outside] = issuesOf(
    report([failing('/workspace/build/vmlinuz'), failing('../vmlinuz')]),
  );
  expect([inside?.location.path, outside?.location.path]).toEqual(['build/vmlinuz', '../vmlinuz']);
});

test('what the policy accepts is information', () => {
  const waiver = { reason: 'no guest uses it', owner: 'kernel team', expires: '2027-01-31' };
  const [issue] = issuesOf(report([failing('build/vmlinuz', { waiver })]));
  expect(issue?.severity).toBe('info');
  expect(issue?.description).toContain('Policy: waived until 2027-01-31');
});

test('no kernel at all is an issue', () => {
  expect(issuesOf(report([]))).toMatchObject([{ check_name: 'not-checked', severity: 'blocker' }]);
});

describe('a fingerprint', () => {
  const fingerprintOf = (path: string, changes: Partial<Finding> = {}) =>
    issuesOf(report([failing(path, changes)]))[0]?.fingerprint;
  const first = fingerprintOf('build/vmlinuz-6.12.94-amd64');

  test('survives the version of a kernel in its name, and another line', () => {
    expect(fingerprintOf('build/vmlinuz-6.13.1-amd64')).toBe(first);
    const moved = issuesOf(report([failing('x/vmlinuz')]), { locate: () => LINE });
    const again = issuesOf(report([failing('x/vmlinuz')]), {
      locate: () => ({ ...LINE, line: 9 }),
    });
    expect(again[0]?.fingerprint).toBe(moved[0]?.fingerprint);
  });

  test('differs for another rule, and for another file', () => {
    expect(fingerprintOf('build/vmlinuz-6.12.94-amd64', { rule: 'corrupt-payload' })).not.toBe(
      first,
    );
    expect(fingerprintOf('build/bzImage')).not.toBe(first);
  });
});

test.each(HOSTILE_TEXTS)('takes %j as text of one line', (text) => {
  const planted = { ...failing(`x${text}`, { message: text, fix: text }) };
  for (const { description } of issuesOf(report([planted]))) {
    expect(description).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  }
});
