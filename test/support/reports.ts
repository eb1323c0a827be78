import fc from 'fast-check';
import type { Finding, KernelReport, Report, VerdictReport } from '../../src/contract/report.ts';
import { builds } from './builds.ts';

const finding = (rule: string, rest: Partial<Finding>): Finding => ({
  rule,
  level: 'error',
  stage: 'notes',
  evidence: {},
  message: '',
  xenSays: null,
  fix: '',
  references: ['https://example.org/commit'],
  ...rest,
});

const verdict = (
  boot: VerdictReport['boot'],
  names: readonly string[],
  status: VerdictReport['status'],
  findings: readonly Finding[] = [],
): VerdictReport => ({
  boot,
  builds: builds(...names),
  loads: status === 'boots' || status === 'warns',
  memory: 4 * 2 ** 30,
  needsMemory: null,
  status,
  findings,
});

const UNKNOWN_FEATURE = finding('unknown-feature', {
  evidence: { feature: 'a_feature', offset: 316 },
  message: 'FEATURES names "a_feature", which this release does not know.',
  fix: 'Keep the name out of FEATURES.',
});
const NOT_A_KERNEL = finding('not-a-kernel', {
  stage: 'container',
  message: 'It is none.',
  xenSays: 'ELF: not an ELF binary',
  fix: 'Ship one.',
});
const OLD_THING = finding('old-thing', {
  level: 'warning',
  message: 'It is old.',
  fix: 'Renew it.',
});

const OLDEST = ['4.0.x', '4.1.x'];

/** A report in which every status occurs, with two kernels and a problem. */
export function sampleReport(): Report {
  const kernel: KernelReport = {
    path: 'boot/vmlinuz-6.1',
    format: 'bzimage',
    codec: 'zstd',
    arch: 'x86_64',
    linuxVersion: '6.1.0',
    buildId: null,
    size: 8 * 2 ** 20,
    sha256: '0'.repeat(64),
    notes: [],
    claims: ['pv-dom0', 'pvh-domu'],
    verdicts: [
      verdict('pv-dom0', OLDEST, 'fails', [UNKNOWN_FEATURE]),
      verdict('pv-dom0', ['4.2.0'], 'boots'),
      verdict('pvh-domu', ['4.9.4'], 'unsupported'),
      verdict('pvh-domu', ['4.10.0'], 'fails', [NOT_A_KERNEL]),
      verdict('pvh-domu', ['4.10.1'], 'warns', [OLD_THING]),
      verdict('pvh-domu', ['4.10.2', '4.10.3', '4.10.4'], 'boots'),
    ],
  };
  const vmlinux: KernelReport = {
    ...kernel,
    path: 'vmlinux',
    format: 'elf',
    codec: null,
    linuxVersion: null,
    size: 512,
    verdicts: [verdict('pv-dom0', OLDEST, 'boots')],
  };
  return {
    schemaVersion: 1,
    tool: { name: 'xen-boot-gate', version: '0.1.0' },
    gate: { passed: false, failed: builds(...OLDEST).length + 1, warned: 1, waived: 0 },
    kernels: [kernel, vmlinux],
    problems: [{ path: 'lost', message: 'no such file' }],
  };
}

/** Strings in which every character means something to a terminal, a log, Markdown or HTML. */
export const hostileText = fc.string({
  unit: fc.constantFrom(
    ...['\x1b[31m', '\n', '\r', '\x9b', '\u202e', '::error::', '##[group]', '|', '`', '```'],
    ...['<img src=x>', '</details>', '[a](b)', '@user', '#1', '\\', '$x$', '**', '\n\n', ' ', 'a'],
  ),
});

/** The sample report with one string wherever a kernel or a file name can put one. */
export function withText(text: string): Report {
  return withTexts({ path: text, version: text, says: text });
}

/** The sample report with untrusted strings wherever a kernel or a file name can put one. */
export function hostileReport(): fc.Arbitrary<Report> {
  return fc.record({ path: hostileText, version: hostileText, says: hostileText }).map(withTexts);
}

interface Texts {
  readonly path: string;
  readonly version: string;
  readonly says: string;
}

function withTexts(text: Texts): Report {
  const report = sampleReport();
  // Each line of Xen is one line: its quotes of the kernel hold no line feed.
  const xenSays = text.says.replaceAll('\n', ' ');
  const evil = (found: Finding) => ({ ...found, message: text.says, xenSays });
  return {
    ...report,
    kernels: report.kernels.map((kernel) => ({
      ...kernel,
      path: text.path,
      linuxVersion: text.version,
      notes: [{ type: 6, name: text.version, value: text.says }],
      verdicts: kernel.verdicts.map((one) => ({ ...one, findings: one.findings.map(evil) })),
    })),
    problems: [{ path: text.path, message: text.says }],
  };
}
