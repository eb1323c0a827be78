import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { PublishedReport } from '../src/contract/published.ts';
import { RELEASES } from '../src/programs/xen/releases.ts';
import { tempFiles } from './support/temp-files.ts';
import { releasesIn } from './support/vectors.ts';

/** What Debian ships today, whole: the newest kernel that each of its metapackages stands for. */
const KERNELS = process.env.XEN_BOOT_GATE_KERNELS ?? '.cache/debian-kernels';
const CLI = 'dist/cli/index.js';
const EVERY_RELEASE = RELEASES.map(({ version }) => version);
const EVERY_TARGET = ['--xen', 'every', '--boot', 'pv-dom0,pvh-dom0,pv-domu,pvh-domu'];

/** Fields of the setup header (Documentation/arch/x86/boot.rst), by their offset in the file. */
const SETUP_SECTS = 0x1f1;
const PAYLOAD_OFFSET = 0x248;
const PAYLOAD_LENGTH = 0x24c;

const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
formats.default(ajv);
const validate = ajv.compile<PublishedReport>(
  JSON.parse(readFileSync('schema/report.schema.json', 'utf8')),
);

interface RealKernel {
  readonly metapackage: string;
  readonly codec: string;
  readonly linuxVersion: RegExp;
  readonly features: string;
  /** Where its codec keeps it from booting as a PV guest, as ranges of releases. */
  readonly failsOnPvDomu: readonly string[];
  /** A byte of the payload whose highest bit, when flipped, is damage that the format can show. */
  readonly fragileByte: (payloadLength: number) => number;
}

const inTheMiddle = (length: number) => Math.floor(length / 2);

const REAL_KERNELS: readonly RealKernel[] = [
  {
    metapackage: 'linux-image-amd64',
    codec: 'xz',
    linuxVersion: /^6\.1\.\d+-\d+-amd64 /,
    features: '!writable_page_tables|pae_pgdir_above_4gb',
    failsOnPvDomu: ['4.0.0..4.1.4'],
    fragileByte: inTheMiddle,
  },
  {
    metapackage: 'linux-image-cloud-amd64',
    codec: 'lz4',
    linuxVersion: /^6\.1\.\d+-\d+-cloud-amd64 /,
    features: '!writable_page_tables|pae_pgdir_above_4gb',
    failsOnPvDomu: ['4.0.0..4.3.4', '4.4.1..4.11.3', '4.12.0..4.12.1'],
    // Legacy lz4 has no checksum: only a flipped bit in the length of a block always shows.
    fragileByte: () => 7,
  },
  {
    metapackage: 'linux-image-6.12-amd64',
    codec: 'zstd',
    linuxVersion: /^6\.12\.\d+\+deb12-amd64 /,
    features: '!writable_page_tables',
    failsOnPvDomu: ['4.0.0..4.14.6'],
    fragileByte: inTheMiddle,
  },
];

/** Runs the bundled command line as users do. */
function gate(...args: readonly string[]): { exitCode: number | null; report: PublishedReport } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [CLI, 'check', '--format', 'json', ...args],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  expect(stderr).not.toMatch(/^\s+at /m);
  const report: unknown = JSON.parse(stdout);
  expect(validate(report), ajv.errorsText(validate.errors)).toBe(true);
  return { exitCode: status, report: report as PublishedReport };
}

/** The releases of a report with this status, oldest first. */
function releasesWith(status: string, { kernels }: PublishedReport): readonly string[] {
  const versions = kernels
    .flatMap(({ verdicts }) => verdicts)
    .filter((verdict) => verdict.status === status)
    .flatMap(({ releases }) => releases);
  return releasesIn(versions);
}

/** One copy of a kernel, damaged, on every target: it must fail on all that exist. */
function gateDamaged(bytes: Uint8Array): PublishedReport {
  const { exitCode, report } = gate(
    ...EVERY_TARGET,
    join(tempFiles({ vmlinuz: bytes }), 'vmlinuz'),
  );
  expect(exitCode).toBe(1);
  expect(report.problems).toEqual([]);
  expect(releasesWith('fails', report)).toEqual(EVERY_RELEASE);
  expect(releasesWith('boots', report)).toEqual([]);
  expect(releasesWith('warns', report)).toEqual([]);
  return report;
}

/** What a release says of a kernel on a boot path. */
function messages(report: PublishedReport, boot: string, release: string): string[] {
  return report.kernels
    .flatMap(({ verdicts }) => verdicts)
    .filter((verdict) => verdict.boot === boot && verdict.releases.includes(release))
    .flatMap(({ findings }) => findings.map(({ rule, message }) => `${rule}: ${message}`));
}

describe.each(REAL_KERNELS)("Debian's $metapackage", (kernel) => {
  const path = join(KERNELS, kernel.metapackage, 'vmlinuz');
  if (!existsSync(path))
    throw new Error(`${path} is missing: scripts/debian-kernels.sh ${KERNELS}`);
  const bytes = readFileSync(path);
  const payloadStart =
    (bytes.readUInt8(SETUP_SECTS) + 1) * 512 + bytes.readUInt32LE(PAYLOAD_OFFSET);
  const payloadLength = bytes.readUInt32LE(PAYLOAD_LENGTH);

  it('is read as what it is', () => {
    const { report } = gate('--xen', '4.20', '--boot', 'pv-domu', path);
    expect(report.problems).toEqual([]);
    expect(report.kernels).toMatchObject([
      {
        path,
        format: 'bzimage',
        codec: kernel.codec,
        arch: 'x86_64',
        linuxVersion: expect.stringMatching(kernel.linuxVersion),
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        notes: expect.arrayContaining([
          { type: 6, name: 'GUEST_OS', value: 'linux' },
          { type: 5, name: 'XEN_VERSION', value: 'xen-3.0' },
          { type: 3, name: 'VIRT_BASE', value: '0xffffffff80000000' },
          { type: 10, name: 'FEATURES', value: kernel.features },
          { type: 17, name: 'SUPPORTED_FEATURES', value: '0x8801' },
          { type: 8, name: 'LOADER', value: 'generic' },
          { type: 18, name: 'PHYS32_ENTRY', value: expect.stringMatching(/^0x1000[0-9a-f]{3}$/) },
        ]),
      },
    ]);
  });

  it('boots as a PV guest on all releases that can decompress it, and on no other', () => {
    const { exitCode, report } = gate('--xen', 'every', '--boot', 'pv-domu', path);
    const fails = releasesIn(kernel.failsOnPvDomu);
    expect(releasesWith('fails', report)).toEqual(fails);
    expect(releasesWith('boots', report)).toEqual(
      EVERY_RELEASE.filter((release) => !fails.includes(release)),
    );
    expect(report.gate).toEqual({ passed: false, failed: fails.length, warned: 0, waived: 0 });
    expect(exitCode).toBe(1);
  });

  it('passes the gate on all boot paths of the releases that have security support', () => {
    const { exitCode, report } = gate('--xen', '>=4.17', path);
    expect([exitCode, report.gate.passed, report.gate.failed]).toEqual([0, true, 0]);
    // Linux before 6.12 cannot be moved, which may matter to a PVH dom0 from Xen 4.19 on. The cloud
    // kernels have no code for a dom0 and do not claim it.
    const hasDom0 = report.kernels[0]?.claims?.includes('pvh-dom0');
    expect(hasDom0).toBe(!kernel.metapackage.includes('cloud'));
    const warned = (report.kernels[0]?.verdicts ?? []).filter(({ status }) => status === 'warns');
    expect(warned.map(({ boot, findings }) => [boot, ...findings.map(({ rule }) => rule)])).toEqual(
      kernel.codec === 'zstd' || !hasDom0 ? [] : [['pvh-dom0', 'not-relocatable']],
    );
  });

  it('fails everywhere when the file is cut, and says where', () => {
    const cut = bytes.subarray(0, Math.floor(bytes.length / 2));
    const report = gateDamaged(cut);
    for (const boot of ['pv-dom0', 'pvh-dom0', 'pv-domu', 'pvh-domu']) {
      expect(messages(report, boot, '4.20.0')).toEqual([
        expect.stringMatching(
          `^payload-outside-file: .* ${payloadStart} to ${payloadStart + payloadLength}.* ${cut.length}\\b`,
        ),
      ]);
    }
  });

  it('fails everywhere when a bit of the payload is flipped, and says where', () => {
    const flipped = Buffer.from(bytes);
    const position = payloadStart + kernel.fragileByte(payloadLength);
    flipped.writeUInt8(flipped.readUInt8(position) ^ 0x80, position);
    const report = gateDamaged(flipped);
    for (const boot of ['pv-dom0', 'pvh-dom0', 'pv-domu', 'pvh-domu']) {
      expect(messages(report, boot, '4.20.0')).toEqual([
        expect.stringMatching(
          `^corrupt-payload: .*\\b${kernel.codec} stream at byte ${payloadStart} .* at byte \\d+ of it`,
        ),
      ]);
    }
  });
});
