import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { sampleKernel } from '../../src/demo/sample.ts';
import { VERSION } from '../../src/version.ts';
import { runCli } from '../support/cli.ts';
import { kernelWith, PV_NOTES, PVH_NOTE } from '../support/kernels.ts';
import { tempFiles } from '../support/temp-files.ts';

const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(new URL('../../schema/notes.schema.json', import.meta.url), 'utf8')),
);

describe('notes', () => {
  it('lists notes, features and what each release makes of them', async () => {
    const path = join(tempFiles({ kernel: sampleKernel() }), 'kernel');
    const { code, stdout, stderr } = await runCli(['notes', path]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^ {2}0x[0-9a-f]+ +6 {2}GUEST_OS +linux$/m);
    expect(stdout).toMatch(/^ {2}0x[0-9a-f]+ +1 {2}ENTRY +0xffffffff81cd51e0$/m);
    expect(stdout).toContain('  !writable_page_tables\n      required, known to every release');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'hvm_callback_vector optional, known since 4.4.0, refuses the kernel, without a message, on 4.0–4.1',
    );
    expect(stdout).toContain('  pv   Xen 4.0–4.1: ✗ refused at notes, Xen prints nothing\n');
    expect(stdout).toMatch(/ {2}pv {3}Xen 4\.4–4\.22: ✓ accepted\n {8}virtBase=0xffffffff80000000/);
  });

  it('says what a name that no release knows does', async () => {
    const features = [{ type: 10, value: 'new_thing|!newer_thing' }];
    const path = join(tempFiles({ kernel: kernelWith(features) }), 'kernel');
    const { stdout } = await runCli(['notes', path]);
    const text = stdout.replaceAll(/\s+/g, ' ');
    const refuse = 'known to no release, refuses the kernel, without a message, on';
    expect(text).toContain(`new_thing optional, ${refuse} 4.0–4.1 `);
    expect(text).toContain(`!newer_thing required, ${refuse} 4.0–4.22 `);
  });

  it('says nothing of PVH where users have none', async () => {
    const path = join(tempFiles({ kernel: kernelWith([...PV_NOTES, PVH_NOTE]) }), 'kernel');
    const { stdout } = await runCli(['notes', path]);
    const pvh = stdout.split('\n').filter((line) => line.startsWith('  pvh '));
    expect(pvh).toEqual([
      '  pvh  Xen 4.0–4.9: n/a, no PVH',
      '  pvh  Xen 4.10–4.15: ✓ accepted',
      '  pvh  Xen 4.16–4.22: ✓ accepted',
    ]);
    const old = await runCli(['notes', '--xen', '4.1,4.9', path]);
    expect(old.stdout).toMatch(/\n {2}pvh {2}Xen 4\.1\.6\.1–4\.9\.4: n\/a, no PVH\n$/);
    const backport = await runCli(['notes', '--xen', '4.9+pvh-domu', path]);
    expect(backport.stdout).toContain('\n  pvh  Xen 4.9.4+pvh-domu: ✓ accepted\n');
  });

  it.each([
    ['GUEST_OS', 6],
    ['FEATURES', 10],
  ])('shows the start and the length of a %s that is too long for Xen', async (name, type) => {
    const long = { type, value: `${'a long story '.repeat(400)}\x1b` };
    const path = join(tempFiles({ kernel: kernelWith([long, ...PV_NOTES]) }), 'kernel');
    const { stdout } = await runCli(['notes', '--xen', '4.17', path], { columns: 120 });
    const text = stdout.replaceAll(/\s+/g, ' ');
    expect(text).toContain(
      `${name} a long story a long story a long story a long story a long story… ` +
        '(5202 bytes: too long or unterminated, so newer releases skip it)',
    );
    expect(text.match(/FEATURES, name by name/g)).toHaveLength(1);
  });

  it('--format json has the notes and the parse of the releases asked for', async () => {
    const path = join(tempFiles({ kernel: sampleKernel() }), 'kernel');
    const { code, stdout } = await runCli(['notes', '--format', 'json', '--xen', '4.1,4.2', path]);
    expect(code).toBe(0);
    const { kernels, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({ schemaVersion: 1, tool: { name: 'xen-boot-gate', version: VERSION } });
    const [kernel, ...others] = kernels;
    expect(others).toEqual([]);
    expect(Object.keys(kernel)).toEqual(['path', 'notes', 'parse']);
    expect(kernel.notes[0]).toEqual({
      type: 6,
      name: 'GUEST_OS',
      value: 'linux',
      offset: expect.any(Number),
    });
    const pv = kernel.parse.filter((group: { container: string }) => group.container === 'pv');
    expect(pv).toMatchObject([
      { releases: ['4.1.6.1'], accepted: false, stage: 'notes', xenSays: null },
      { releases: ['4.2.5'], accepted: true, parameters: { virtBase: '0xffffffff80000000' } },
    ]);
  });

  it('--format json is what its published schema says', async () => {
    const made = tempFiles({
      sample: sampleKernel(),
      reloc: kernelWith([PVH_NOTE, { type: 19, value: new Uint8Array(12) }]),
      unread: kernelWith([{ type: 6, value: 'long '.repeat(1000) }, ...PV_NOTES]),
      broken: kernelWith([...PV_NOTES, { type: 3, value: 'odd' }]),
      text: 'none',
    });
    // Each kernel in one packing: the notes are the same in all.
    const real = [
      'vmlinuz-5.10.0-32-686-pae.img',
      'vmlinuz-6.1.0-50-amd64.img',
      'vmlinuz-6.1.0-50-cloud-amd64.img',
      'vmlinuz-6.12.94+deb13-amd64.lz4.img',
      'vmlinuz-7.2.13+deb14-cloud-amd64.img',
    ];
    const paths = [
      ...['sample', 'reloc', 'unread', 'broken', 'text'].map((name) => join(made, name)),
      ...[
        ...real.map((name) => `kernels/${name}`),
        'cases/owner-name.elf',
        'cases/old-name.elf',
      ].map((name) => `test/${name}`),
    ];
    const list = 'all,4.1.6.1+hvm_callback_vector+no-domu-lzo';
    const { stdout } = await runCli(['notes', '--format', 'json', '--xen', list, ...paths]);
    const parsed = JSON.parse(stdout);
    validate(parsed);
    expect(validate.errors).toBeNull();
    expect(parsed.kernels).toHaveLength(paths.length);
    for (const part of ['"nearMisses": [', '"unread": {', '"relocation": {', '"accepted": false']) {
      expect(stdout).toContain(part);
    }
    expect(validate({ ...parsed, extra: 1 })).toBe(false);
    expect(validate({ ...parsed, kernels: [{ ...parsed.kernels[0], parse: [{}] }] })).toBe(false);
  });

  it('says why a file has no notes to read', async () => {
    const path = join(tempFiles({ text: 'none' }), 'text');
    const { stdout, stderr } = await runCli(['notes', path]);
    expect(stdout).toContain('no Xen notes');
    expect(stderr).toBe(`xen-boot-gate: ${path}: is neither a bzImage nor an ELF file\n`);
  });

  it('answers a missing file with 2', async () => {
    const { code, stderr } = await runCli(['notes', '/no/such/kernel']);
    expect(code).toBe(2);
    expect(stderr).toBe('xen-boot-gate: /no/such/kernel: no such file or directory\n');
  });

  it('never lets a note act on the terminal', async () => {
    const evil = [{ type: 6, value: 'a\x1b[2J\n::error::b##[x]' }];
    const path = join(tempFiles({ kernel: kernelWith(evil) }), 'kernel');
    const { stdout } = await runCli(['notes', path], { columns: 120 });
    expect(stdout).toContain('a\\u{1b}[2J\\u{a}:\\u{3a}error:\\u{3a}b#\\u{23}[x]');
    expect(stdout.replaceAll('\n', '')).toMatch(/^\P{C}*$/u);
  });
});
