import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, KernelReport, Report } from '../../src/contract/report.ts';
import { MAX_RESULTS, type SarifOptions } from '../../src/report/sarif/sarif.ts';
import { ruleIds } from '../../src/rules/index.ts';
import { finding, kernel, report, verdict } from '../support/fixture-report.ts';
import { renderSarif } from '../support/rendered.ts';
import { hostileReport, sampleReport } from '../support/reports.ts';
import { isSarif } from '../support/sarif-schema.ts';

/** As much of a log as the tests read. */
interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly SarifRule[] } };
  readonly automationDetails: { readonly id: string };
  readonly invocations: readonly [
    {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications: readonly {
        readonly message: { readonly text: string };
      }[];
    },
  ];
  readonly results: readonly Result[];
}

interface SarifRule {
  readonly id: string;
  readonly helpUri: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex?: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly analysisTarget: { readonly uri: string };
  readonly locations: readonly [
    { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } },
  ];
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
}

function runOf(of: Report, options: Partial<SarifOptions> = {}): Run {
  const log = JSON.parse(renderSarif(of, { category: 'test', ...options }));
  isSarif(log);
  expect(isSarif.errors).toBeNull();
  expect(log.runs).toHaveLength(1);
  return log.runs[0];
}

const failing = (changes: Partial<KernelReport>, ...messages: string[]): KernelReport =>
  kernel({
    verdicts: messages.map((message) => verdict({ findings: [finding({ message })] })),
    ...changes,
  });

/** A kernel with an unknown feature for each evidence. */
const unknown = (changes: Partial<KernelReport>, ...all: Finding['evidence'][]): KernelReport =>
  kernel({
    verdicts: all.map((evidence) => {
      const message = JSON.stringify(evidence);
      return verdict({
        findings: [finding({ rule: 'unknown-feature', stage: 'notes', evidence, message })],
      });
    }),
    ...changes,
  });

const hashesOf = ({ results }: Run) =>
  results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash);

describe('a SARIF log', () => {
  it('has one result for each cause and kernel, the severest first', () => {
    const message = 'the payload is damaged';
    const other = verdict({ boot: 'pv-dom0', findings: [finding({ message })] });
    const warning = verdict({ findings: [finding({ level: 'warning', message: 'be warned' })] });
    const first = failing({ path: 'a' }, message);
    const { results } = runOf(
      report([
        { ...first, verdicts: [warning, ...first.verdicts, other] },
        failing({ path: 'b' }, message),
        kernel({ path: 'c' }),
      ]),
    );
    expect(results.map(({ level, analysisTarget }) => [level, analysisTarget.uri])).toEqual([
      ['error', 'a'],
      ['error', 'b'],
      ['warning', 'a'],
    ]);
    expect(results[0]?.message.text.split('\n')).toEqual([
      `a: ${message}`,
      'Kernel: a',
      'Where: pv-dom0, pv-domu on Xen 4.14.6–4.16.7.',
      'Xen says: xc_dom_probe_bzimage_kernel unknown compression format',
      'Fix: Build the kernel with CONFIG_KERNEL_XZ.',
    ]);
  });

  it('has the category of the analysis', () => {
    expect(runOf(sampleReport(), { category: 'gate/x86' }).automationDetails.id).toBe('gate/x86/');
  });

  it('reports what was not checked, and that this is no success', () => {
    const unsupported = verdict({ status: 'unsupported' });
    const [invocation] = runOf(
      report([kernel({ path: 'k', verdicts: [unsupported] })], [{ path: 'p', message: 'is gone' }]),
    ).invocations;
    expect(invocation.executionSuccessful).toBe(false);
    const texts = invocation.toolExecutionNotifications.map(({ message }) => message.text);
    expect(texts).toEqual(['p: is gone', expect.stringMatching(/^k: not checked/)]);
    expect(runOf(report([kernel()])).invocations[0]).toEqual({
      executionSuccessful: true,
      toolExecutionNotifications: [],
    });
  });
});

it('a log names the boot paths that a kernel does not claim', () => {
  const claims = ['pv-dom0', 'pv-domu'] as const;
  const of = report([kernel({ path: 'k{', claims }), kernel()]);
  expect(runOf(of).invocations[0].toolExecutionNotifications).toEqual([
    { level: 'note', message: { text: 'k{{: not claimed: pvh-dom0, pvh-domu' } },
  ]);
});

it('a log has the notices about the policy, with their place in it', () => {
  const notice = { path: '.github/gate {1}.yml', line: 7, column: 3, message: 'expires in {3}' };
  const notices = [
    { ...notice, level: 'warning' as const },
    { ...notice, level: 'notice' as const, line: 9 },
  ];
  const at = (startLine: number) => ({
    artifactLocation: { uri: '.github/gate%20%7B1%7D.yml' },
    region: { startLine, startColumn: 3 },
  });
  const message = { text: 'expires in {{3}}' };
  expect(runOf({ ...report([kernel()]), notices }).invocations[0]).toEqual({
    executionSuccessful: true,
    toolExecutionNotifications: [
      { level: 'warning', message, locations: [{ physicalLocation: at(7) }] },
      { level: 'note', message, locations: [{ physicalLocation: at(9) }] },
    ],
  });
});

describe('the rules of a log', () => {
  it('are all rules, whatever was found', () => {
    const { rules } = runOf(report([kernel()])).tool.driver;
    expect(rules.map(({ id }) => id)).toEqual(ruleIds);
    expect(runOf(sampleReport()).tool.driver.rules).toEqual(rules);
  });

  it('have what GitHub asks for, as long as it takes it', () => {
    for (const rule of runOf(sampleReport()).tool.driver.rules) {
      for (const { text } of [rule.shortDescription, rule.fullDescription]) {
        expect(text).toMatch(/^.{10,1024}\.$/s);
        expect(text).not.toContain('`');
      }
      expect(rule.help.text.length).toBeGreaterThan(200);
      expect(rule.help.markdown).toContain(`\`${rule.id}\``);
      expect(rule.helpUri).toMatch(/^https:\/\//);
    }
  });

  it('lead to their pages where it is known where those are', () => {
    const { rules } = runOf(sampleReport(), { pages: 'https://example.org/rules' }).tool.driver;
    expect(rules.map(({ helpUri }) => helpUri)).toEqual(
      ruleIds.map((id) => `https://example.org/rules/${id}.md`),
    );
  });

  it('are what results point to; one that is unknown is only named', () => {
    const { results, tool } = runOf(sampleReport());
    expect(results.map(({ ruleId }) => ruleId)).toContain('old-thing');
    for (const { ruleId, ruleIndex } of results) {
      if (ruleId === 'old-thing') expect(ruleIndex).toBeUndefined();
      else expect(tool.driver.rules[ruleIndex ?? -1]?.id).toBe(ruleId);
    }
  });
});

describe('the location of a result', () => {
  const at = (path: string, options: Partial<SarifOptions> = {}) => {
    const [result] = runOf(report([failing({ path }, 'm')]), options).results;
    return result?.locations[0].physicalLocation;
  };

  it.each([
    ['build/vmlinuz', 'build/vmlinuz'],
    ['./a/../b c%:é', 'b%20c%25%3A%C3%A9'],
    ['/work/build/vmlinuz', 'build/vmlinuz'],
    ['/boot/vmlinuz 1', 'file:///boot/vmlinuz%201'],
    ['\ud800', '%EF%BF%BD'],
  ])('is the file of the kernel: %j', (path, uri) => {
    expect(at(path, { workspace: '/work' })).toEqual({
      artifactLocation: { uri },
      region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
    });
  });

  it('is the line that the cause comes from, where one is known', () => {
    const region = { file: 'arch/x86/head.S', line: 7, column: 2, endLine: 8, endColumn: 30 };
    expect(at('vmlinuz', { locate: () => region })).toEqual({
      artifactLocation: { uri: 'arch/x86/head.S' },
      region: { startLine: 7, startColumn: 2, endLine: 8, endColumn: 30 },
    });
  });
});

describe('the fingerprint of a result', () => {
  it('stays when lines move and offsets change', () => {
    const region = (line: number) => ({ file: 'f', line, column: 1, endLine: line, endColumn: 2 });
    const before = report([unknown({}, { feature: 'f_4gb', offset: 0x13c })]);
    const after = report([unknown({}, { feature: 'f_4gb', offset: 0xffff })]);
    const [hash] = hashesOf(runOf(before, { locate: () => region(1) }));
    expect(hashesOf(runOf(after, { locate: () => region(9) }))).toEqual([hash]);
  });

  it('is another for each result of a log', () => {
    const evidence = ['a', 'b', 'b', 'c'].map((feature, offset) => ({ feature, offset }));
    const of = report([unknown({ path: 'a' }, ...evidence), unknown({ path: 'b' }, ...evidence)]);
    const hashes = hashesOf(runOf(of));
    expect(new Set(hashes).size).toBe(8);
    expect(hashes.filter((hash) => hash.endsWith(':2'))).toHaveLength(2);
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{16}:\d+$/);
  });
});

describe('the limits of GitHub', () => {
  it('hold for more results than it shows, with messages of any length', () => {
    const paths = Array.from({ length: MAX_RESULTS + 3 }, (_, i) => `kernel ${i}`);
    const of = report(paths.map((path) => failing({ path }, 'x'.repeat(3000))));
    const text = renderSarif(of, { category: 'test' });
    const run: Run = JSON.parse(text).runs[0];
    expect(run.results).toHaveLength(MAX_RESULTS);
    expect(run.invocations[0].toolExecutionNotifications[0]?.message.text).toMatch(/^3 more/);
    expect(gzipSync(text).length).toBeLessThan(10e6);
  });
});

it('whatever an untrusted user writes stays text', () => {
  fc.assert(
    fc.property(hostileReport(), (hostile) => {
      for (const { message } of runOf(hostile).results) {
        expect(message.text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
        expect(message.text).not.toContain('](');
        expect(message.text.replaceAll(/\{\{|\}\}/g, '')).not.toMatch(/[{}]/);
      }
    }),
    { numRuns: 50 },
  );
});
