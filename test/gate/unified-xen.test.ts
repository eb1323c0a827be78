import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { discover } from '../../src/artifacts/discover.ts';
import { sampleKernel } from '../../src/demo/sample.ts';
import { runGate } from '../../src/gate/gate.ts';
import { NO_POLICY } from '../../src/policy/policy.ts';
import { settle } from '../../src/policy/settings.ts';
import { buildDeb } from '../support/archives.ts';
import { builds, CALENDAR } from '../support/builds.ts';
import { kernelWith, PV_NOTES, PVH_NOTE } from '../support/kernels.ts';
import { buildPe, type SectionSpec } from '../support/pe-builder.ts';
import { tempFiles } from '../support/temp-files.ts';
import { type XenSpec, xenImage } from '../support/xen-builder.ts';

const KERNEL = kernelWith([...PV_NOTES, PVH_NOTE]);
const MIB = 2 ** 20;

interface Unified {
  readonly xen?: XenSpec;
  readonly config?: string;
  readonly kernel?: Partial<SectionSpec>;
  readonly more?: readonly SectionSpec[];
}

function unified({ xen = {}, config = '', kernel = {}, more = [] }: Unified = {}): Uint8Array {
  return buildPe([
    { name: '.text', content: xenImage(xen) },
    { name: '.config', content: new TextEncoder().encode(config) },
    { name: '.kernel', content: KERNEL, ...kernel },
    { name: '.ramdisk', content: Uint8Array.of(1, 2, 3) },
    ...more,
  ]);
}

async function check(files: Record<string, Uint8Array>, path: string) {
  const root = tempFiles(files);
  const { artifacts, problems } = await discover([join(root, path)]);
  const settings = settle(NO_POLICY, { builds: builds('4.1') }, CALENDAR);
  const report = await runGate({ artifacts, problems, ...settings });
  return {
    ...report,
    kernels: report.kernels.map((one) => ({ ...one, path: one.path.slice(root.length + 1) })),
  };
}

describe('the kernel in a unified image of Xen', () => {
  it('is checked as dom0 on the Xen around it, and on no other', async () => {
    const report = await check({ 'xen.efi': unified() }, 'xen.efi');
    expect(report.gate).toMatchObject({ passed: true, failed: 0 });
    expect(report.kernels).toMatchObject([
      { path: 'xen.efi!.kernel', container: 'xen-unified', verdicts: [{ boot: 'pv-dom0' }] },
    ]);
    const [verdict] = report.kernels[0]?.verdicts ?? [];
    expect(verdict?.builds.map(({ release }) => release.version)).toEqual(['4.17.7']);
    expect(report.binaries?.map(({ binary }) => binary.version)).toEqual(['4.17.7']);
  });

  it('is checked as the options of Xen say', async () => {
    const config = '[global]\ndefault=a\n[a]\noptions=dom0=pvh dom0_mem=256M\nkernel=x\n';
    const { kernels } = await check({ 'xen.efi': unified({ config }) }, 'xen.efi');
    expect(kernels[0]?.verdicts).toMatchObject([{ boot: 'pvh-dom0', memory: 256 * MIB }]);
  });

  it('is checked in a package', async () => {
    const deb = buildDeb({ files: [{ name: 'boot/xen.efi', content: unified() }] });
    const { kernels, problems } = await check({ 'x.deb': deb }, 'x.deb');
    expect(problems).toEqual([]);
    expect(kernels).toMatchObject([
      { path: 'x.deb!/boot/xen.efi!.kernel', verdicts: [{ boot: 'pv-dom0', status: 'boots' }] },
    ]);
  });

  it('fails for what it cannot do there', async () => {
    const kernel = { content: sampleKernel() };
    const config = 'options=dom0=pvh';
    const { gate, kernels } = await check({ 'xen.efi': unified({ kernel, config }) }, 'xen.efi');
    expect(gate.passed).toBe(false);
    expect(kernels[0]?.verdicts).toMatchObject([{ boot: 'pvh-dom0', status: 'fails' }]);
  });

  it('says nothing of the Xen: the decompressors of a kernel are its own', async () => {
    const texts = ['Xen version %d.%d%s (%s@%s) (%s) %s %s\n', 'bad gzip magic numbers'];
    const kernel = {
      content: Buffer.concat([KERNEL, Buffer.from('ZSTD-compressed data is corrupt')]),
    };
    const { binaries } = await check({ 'xen.efi': unified({ xen: { texts }, kernel }) }, 'xen.efi');
    const facts = new Map(binaries?.[0]?.binary.read.map(({ fact, present }) => [fact, present]));
    expect([facts.get('dom0-gzip'), facts.get('dom0-zstd')]).toEqual([true, false]);
  });
});

describe('a unified image that is damaged', () => {
  it.each([
    [{ address: 0x1000 }, 'overlap', '.text'],
    [{ offset: 0xffff_0000 }, 'cut', null],
    [{ memorySize: 0xffff_ffff }, 'short', null],
  ] as const)('has a finding: %j', async (kernel, fault, other) => {
    const { gate, kernels } = await check({ 'xen.efi': unified({ kernel }) }, 'xen.efi');
    expect(gate.passed).toBe(false);
    expect(kernels[0]?.verdicts).toMatchObject([{ loads: false, status: 'fails' }]);
    const found = kernels.flatMap(({ verdicts }) => verdicts.flatMap(({ findings }) => findings));
    expect(found.filter(({ rule }) => rule === 'damaged-unified-image')).toContainEqual(
      expect.objectContaining({
        stage: 'container',
        evidence: expect.objectContaining({ section: '.kernel', fault, other }),
      }),
    );
  });

  it('names two sections that overlap once', async () => {
    const more = [{ name: '.xsm', content: Uint8Array.of(1), address: 0x10_0000 }];
    const ucode = { name: '.ucode', content: Uint8Array.of(1), address: 0x10_0000 };
    const image = unified({ more: [...more, ucode] });
    const { kernels } = await check({ 'xen.efi': image }, 'xen.efi');
    const found = kernels.flatMap(({ verdicts }) => verdicts.flatMap(({ findings }) => findings));
    expect(found.map(({ evidence }) => evidence)).toMatchObject([
      { fault: 'overlap', section: '.xsm', other: '.ucode' },
    ]);
  });

  it('has a second kernel, which Xen does not see', async () => {
    const image = unified({ more: [{ name: '.kernel', content: sampleKernel() }] });
    const { kernels } = await check({ 'xen.efi': image }, 'xen.efi');
    expect(kernels[0]?.verdicts[0]?.findings).toMatchObject([{ evidence: { fault: 'twice' } }]);
  });

  it.each([
    [
      unified({ xen: { minor: 14, extra: '.2' } }),
      'is in a unified image of Xen 4.14.2, which does not',
    ],
    [
      buildPe([
        { name: '.text', content: Uint8Array.of(0xc3) },
        { name: '.kernel', content: KERNEL },
      ]),
      'cannot be checked: the image around it is',
    ],
  ])('that is no such Xen is a problem', async (image, message) => {
    const { gate, problems } = await check({ 'xen.efi': image }, 'xen.efi');
    expect(gate.passed).toBe(false);
    expect(problems).toMatchObject([{ message: expect.stringContaining(message) }]);
  });

  it('ends wherever it is cut', async () => {
    const whole = unified({ config: 'options=dom0=pvh' });
    for (let end = 64; end < whole.length - 600; end += 1009) {
      const { gate } = await check({ 'xen.efi': whole.subarray(0, end) }, 'xen.efi');
      expect(gate.passed).toBe(false);
    }
  });
});
