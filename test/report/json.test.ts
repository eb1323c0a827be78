import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileArtifact } from '../../src/artifacts/artifact.ts';
import { isReport } from '../../src/contract/is-report.ts';
import { sampleKernel } from '../../src/demo/sample.ts';
import { runGate } from '../../src/gate/gate.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { settle } from '../../src/policy/settings.ts';
import { jsonParts, reportParts } from '../../src/report/json.ts';
import { builds, CALENDAR } from '../support/builds.ts';
import { buildBzImage, gzipPayload } from '../support/bzimage-builder.ts';
import { kernel, report, verdict } from '../support/fixture-report.ts';
import { kernelWith, PV_NOTES, PVH_NOTE } from '../support/kernels.ts';
import { publishReport } from '../support/published.ts';
import { renderJson, renderReport } from '../support/rendered.ts';
import { tempFiles } from '../support/temp-files.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
formats.default(ajv);
const validate = ajv.compile(schema);

/** Something of everything that marks a report. */
const POLICY = `
kernels: {name: '**/sample'}
targets: {allowed-to-fail: {xen: 4.1.x}, ignored: {xen: 4.2.x}}
waivers:
  - {rule: not-a-kernel, reason: r, owner: o, expires: 2026-01-01, targets: {boot: pv-dom0}}
  - {rule: not-a-kernel, reason: r, owner: o, expires: 2025-12-31}
baseline: BASELINE
`;

async function reportOfAllKinds() {
  const root = tempFiles({
    sample: sampleKernel(),
    bzimage: buildBzImage({ payload: gzipPayload(kernelWith([...PV_NOTES, PVH_NOTE])) }),
    text: 'no kernel',
  });
  // The last day of a waiver.
  const calendar = { ...CALENDAR, today: '2026-01-01' };
  const policy = loadPolicy(POLICY.replace('BASELINE', join(root, 'sample')), 'p.yml', calendar);
  const list = ['every', '4.1.6.1+hvm_callback_vector+no-domu-lzo'];
  return runGate({
    artifacts: ['sample', 'bzimage', 'text', 'missing'].map((name) =>
      fileArtifact(join(root, name)),
    ),
    problems: [],
    ...settle(policy, { builds: builds(...list) }, calendar),
  });
}

describe('the JSON report', () => {
  it('is what the published schema says', async () => {
    const parsed = JSON.parse(renderReport(await reportOfAllKinds()));
    validate(parsed);
    expect(validate.errors).toBeNull();
    expect(parsed.kernels.map(({ format }: { format: string }) => format)).toEqual([
      'elf',
      'bzimage',
      null,
    ]);
  });

  it('has what a policy says', async () => {
    const { kernels, notices } = await reportOfAllKinds();
    const found = kernels.flatMap(({ verdicts }) => verdicts.flatMap(({ findings }) => findings));
    expect(kernels[0]?.name).toBe('name');
    expect(new Set(kernels[0]?.verdicts.map(({ role }) => role))).toEqual(
      new Set([undefined, 'allowed-to-fail', 'ignored']),
    );
    expect(found.some(({ known }) => known)).toBe(true);
    expect(found.some(({ waiver }) => waiver?.owner === 'o')).toBe(true);
    expect(notices?.map(({ line, level }) => [line, level])).toEqual([
      [5, 'notice'],
      [6, 'warning'],
      [7, 'notice'],
    ]);
  });

  it('is known again when it is read, and nothing else is', async () => {
    const report = publishReport(await reportOfAllKinds());
    expect(isReport(JSON.parse(renderJson(report)))).toBe(true);
    const version = `4.0.0${'+a'.repeat(4_000_000)}`;
    const verdicts = [{ ...report.kernels[0]?.verdicts[0], releases: [version] }];
    const endless = { ...report, kernels: [{ ...report.kernels[0], verdicts }] };
    for (const data of [null, [], 1, {}, { ...report, '\ud800': 1 }, endless]) {
      expect(isReport(data)).toBe(false);
    }
  });

  it('the schema refuses what it does not name', async () => {
    const report = publishReport(await reportOfAllKinds());
    expect(validate({ ...report, extra: 1 })).toBe(false);
    expect(validate({ ...report, schemaVersion: 2 })).toBe(false);
    expect(validate({ ...report, gate: { ...report.gate, failed: -1 } })).toBe(false);
  });

  it('parses to what was rendered, and holds nothing that a terminal acts on', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(
        '\x1b',
        '\x9b',
        '\n',
        '\u202e',
        '\u2028',
        '\u{e0001}',
        '#',
        '[',
        '"',
        '\\',
        'a',
      ),
    });
    fc.assert(
      fc.property(hostile, (path) => {
        const json = renderJson({ path });
        expect(JSON.parse(json)).toEqual({ path });
        expect(json.replaceAll('\n', '')).toMatch(/^\P{C}*$/u);
        expect(json).not.toContain('##[');
      }),
    );
  });
});

describe('JSON in parts', () => {
  it('is what JSON.stringify makes of it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: fc.constantFrom('a', '"', '{', ' ') }), (value) => {
        expect([...jsonParts(value)].join('')).toBe(`${JSON.stringify(value, null, 2)}\n`);
      }),
    );
    const gaps = { a: undefined, b: [], c: {}, d: [{ e: undefined }] };
    expect([...jsonParts(gaps)].join('')).toBe(`${JSON.stringify(gaps, null, 2)}\n`);
  });

  it('has no part that grows with the number of kernels', () => {
    const longest = (count: number) => {
      const kernels = Array.from({ length: count }, () => kernel({ verdicts: [verdict({})] }));
      return Math.max(...[...reportParts(report(kernels))].map((part) => part.length));
    };
    expect(longest(100)).toBe(longest(2));
  });
});
