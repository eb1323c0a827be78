import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleKernel } from '../../src/demo/sample.ts';
import { runGate } from '../../src/gate.ts';
import { renderJson } from '../../src/report/json.ts';
import { RELEASES } from '../../src/xen/releases.ts';
import { parseXenList } from '../../src/xen/targets.ts';
import { buildBzImage, gzipPayload } from '../support/bzimage-builder.ts';
import { kernelWith, PV_NOTES, PVH_NOTE } from '../support/kernels.ts';
import { tempFiles } from '../support/temp-files.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
formats.default(ajv);
const validate = ajv.compile(schema);

async function reportOfAllKinds() {
  const root = tempFiles({
    sample: sampleKernel(),
    bzimage: buildBzImage({ payload: gzipPayload(kernelWith([...PV_NOTES, PVH_NOTE])) }),
    text: 'no kernel',
  });
  return runGate({
    files: ['sample', 'bzimage', 'text', 'missing'].map((name) => join(root, name)),
    problems: [],
    releases: parseXenList(
      ['every', '4.1.6.1+hvm_callback_vector+no-domu-lzo'],
      RELEASES,
      '2026-01-01',
    ),
    boot: 'auto',
    failOn: 'fails',
  });
}

describe('the JSON report', () => {
  it('is what the published schema says', async () => {
    const parsed = JSON.parse(renderJson(await reportOfAllKinds()));
    validate(parsed);
    expect(validate.errors).toBeNull();
    expect(parsed.kernels.map(({ format }: { format: string }) => format)).toEqual([
      'elf',
      'bzimage',
      null,
    ]);
  });

  it('the schema refuses what it does not name', async () => {
    const report = await reportOfAllKinds();
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
