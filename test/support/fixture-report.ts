import type { Finding, KernelReport, Report, VerdictReport } from '../../src/contract/report.ts';
import { build } from './builds.ts';

/** A finding of an unknown codec; a test changes what it is about. */
export function finding(changes: Partial<Finding> = {}): Finding {
  return {
    rule: 'unknown-codec',
    level: 'error',
    stage: 'payload',
    // A message follows from the evidence: another one has another.
    evidence: { magic: changes.message ?? '28 b5 2f fd 04 00' },
    message: 'the payload is compressed with zstd, which this release does not know',
    xenSays: 'xc_dom_probe_bzimage_kernel unknown compression format',
    fix: 'Build the kernel with CONFIG_KERNEL_XZ.',
    references: ['https://xenbits.xen.org/gitweb/?p=xen.git'],
    ...changes,
  };
}

interface VerdictChanges extends Partial<Omit<VerdictReport, 'builds'>> {
  readonly releases?: readonly string[];
}

/** What three releases do on one boot path: they boot the kernel, or show the findings given. */
export function verdict({
  releases = ['4.14.6', '4.15.5', '4.16.7'],
  ...changes
}: VerdictChanges = {}): VerdictReport {
  const findings = changes.findings ?? [];
  const failed = findings.some(({ level }) => level === 'error');
  return {
    boot: 'pv-domu',
    builds: releases.map(build),
    loads: !failed,
    memory: 4 * 2 ** 30,
    needsMemory: null,
    status: failed ? 'fails' : findings.length > 0 ? 'warns' : 'boots',
    findings,
    ...changes,
  };
}

export function kernel(changes: Partial<KernelReport> = {}): KernelReport {
  return {
    path: 'build/vmlinuz',
    format: 'bzimage',
    codec: 'zstd',
    arch: 'x86_64',
    linuxVersion: '6.12.94+deb13-amd64 (debian-kernel@lists.debian.org)',
    buildId: null,
    size: 24366,
    sha256: '0'.repeat(64),
    notes: [{ type: 10, name: 'FEATURES', value: '!writable_page_tables|pae_pgdir_above_4gb' }],
    claims: ['pv-dom0', 'pvh-dom0', 'pv-domu', 'pvh-domu'],
    verdicts: [verdict()],
    ...changes,
  };
}

/** A report of these kernels, decided as `fail-on: fails` does. */
export function report(
  kernels: readonly KernelReport[],
  problems: Report['problems'] = [],
): Report {
  const count = (status: VerdictReport['status']) =>
    kernels
      .flatMap(({ verdicts }) => verdicts)
      .filter((one) => one.status === status)
      .reduce((sum, { builds }) => sum + builds.length, 0);
  return {
    schemaVersion: 1,
    tool: { name: 'xen-boot-gate', version: '0.0.0' },
    gate: {
      passed: count('fails') === 0,
      failed: count('fails'),
      warned: count('warns'),
      waived: 0,
    },
    kernels,
    problems,
  };
}
