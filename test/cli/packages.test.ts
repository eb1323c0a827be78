import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isReport } from '../../src/contract/is-report.ts';
import type { PublishedReport } from '../../src/contract/published.ts';
import { buildDeb } from '../support/archives.ts';
import { runCli } from '../support/cli.ts';
import { kernelWith, PV_NOTES } from '../support/kernels.ts';
import { buildUki } from '../support/pe-builder.ts';
import { tempFiles } from '../support/temp-files.ts';

const GOOD = kernelWith(PV_NOTES);
const BAD = kernelWith([...PV_NOTES, { type: 10, value: 'made_up' }]);

const deb = (content: Uint8Array) => buildDeb({ files: [{ name: 'boot/vmlinuz-1', content }] });

it('checks the kernel of a package, and names it in every report', async () => {
  const root = tempFiles({ 'linux.deb': deb(GOOD) });
  const name = `${join(root, 'linux.deb')}!/boot/vmlinuz-1`;
  const { code, stdout, stderr } = await runCli([
    'check',
    '--format',
    'json',
    join(root, 'linux.deb'),
  ]);
  expect(code).toBe(0);
  const { kernels } = JSON.parse(stdout) as PublishedReport;
  expect(kernels).toMatchObject([{ path: name, format: 'elf', size: GOOD.length }]);
  expect(stderr).toBe(`xen-boot-gate: found in ${join(root, 'linux.deb')}: boot/vmlinuz-1\n`);
  for (const format of ['text', 'markdown', 'sarif', 'html']) {
    const { stdout: report } = await runCli(['check', '--format', format, name]);
    expect(report, format).toContain('linux.deb!/boot/vmlinuz-1');
  }
  expect((await runCli(['notes', name])).stdout).toContain(name);
});

it('reaches into packages from the policy: names, waivers and baseline', async () => {
  const root = tempFiles({ 'linux.deb': deb(BAD), 'before/linux.deb': deb(GOOD) });
  const check = (policy: string) => {
    const path = join(tempFiles({ 'p.yml': policy }), 'p.yml');
    return runCli(['check', '--policy', path]);
  };
  const kernels = (pattern: string) => `kernels: {amd64: '${join(root, pattern)}'}\n`;
  const waiver = (what: string) =>
    `waivers: [{rule: unknown-feature, kernels: ${what}, reason: r, owner: o, expires: 2026-11-22}]\n`;
  const old = 'targets: {required: [{xen: 4.1, boot: pv-domu}]}\n';
  for (const pattern of ['linux.deb', '*.deb', '*.deb!/boot/*']) {
    expect((await check(kernels(pattern) + old)).code, pattern).toBe(1);
  }
  const waived = kernels('*.deb!/boot/*') + old;
  expect((await check(waived + waiver('amd64'))).code).toBe(0);
  expect((await check(waived + waiver("'**/*.deb!/boot/vm*'"))).code).toBe(0);
  expect((await check(waived + waiver("'**/*.deb'"))).code).toBe(0);
  expect((await check(waived + waiver("'**/*.deb!/usr/*'"))).code).toBe(1);
  expect((await check(kernels('*.deb') + old + waiver('amd64'))).code).toBe(0);
});

it('says what a package that names no kernel lacks, and ends with 2', async () => {
  const root = tempFiles({ 'x.deb': buildDeb({ files: [] }), 'cut.deb': deb(GOOD).slice(0, -9) });
  const path = (name: string) => join(root, name);
  expect(await runCli(['check', path('x.deb')])).toMatchObject({
    code: 2,
    stderr: `xen-boot-gate: '${path('x.deb')}': has no kernel in it\n`,
  });
  const { code, stderr } = await runCli(['check', path('cut.deb')]);
  expect(code).toBe(2);
  expect(stderr).toBe(`xen-boot-gate: ${path('cut.deb')}: is cut: it ends inside of data.tar.gz\n`);
});

it('says that Xen does not load a unified kernel image', async () => {
  const root = tempFiles({ 'uki.efi': buildUki(kernelWith(PV_NOTES)) });
  const path = join(root, 'uki.efi');
  const { code, stdout } = await runCli(['check', path]);
  expect(code).toBe(0);
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    `${path}!.linux in a unified kernel image (UKI), which Xen itself does not load · ELF`,
  );
  const json = JSON.parse((await runCli(['check', '--format', 'json', path])).stdout);
  expect(json).toMatchObject({ kernels: [{ path: `${path}!.linux`, container: 'uki' }] });
  expect(isReport(json)).toBe(true);
});
