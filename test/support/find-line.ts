import type { Finding, KernelReport, VerdictReport } from '../../src/contract/report.ts';
import { USUAL_PATHS } from '../../src/policy/usual-paths.ts';
import { causesOf } from '../../src/report/causes.ts';
import type { SourceRegion } from '../../src/report/source-region.ts';
import { findSourceLines } from '../../src/source-lines/source-lines.ts';
import { finding, kernel, report, verdict } from './fixture-report.ts';
import { tempFiles } from './temp-files.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** `file:line:column text` of what is found for the only cause of a rule, or `null`. */
export function findLine(
  files: Files,
  about: {
    rule?: string;
    evidence?: Finding['evidence'];
    path?: string;
    boot?: VerdictReport['boot'];
    codec?: 'zstd' | 'xz';
    arch?: string;
    linuxVersion?: string;
    /** The names of the Xen notes that the kernel has. */
    notes?: readonly string[];
    /** Kernels that it hits besides. */
    others?: readonly Partial<KernelReport>[];
  },
  run: {
    workflow?: string;
    patterns?: string[];
    policy?: string;
    prepare?: (workspace: string) => void;
  } = {},
): string | null {
  const {
    rule = 'codec-unsupported',
    path = 'build/vmlinuz',
    codec = 'zstd',
    boot = 'pv-domu',
    evidence = { codec },
    notes = ['FEATURES'],
    others = [],
    ...more
  } = about;
  const workspace = tempFiles(files);
  run.prepare?.(workspace);
  const verdicts = [verdict({ boot, findings: [finding({ rule, evidence })] })];
  const held = notes.map((name) => ({ type: 0, name, value: '' }));
  const hit = { path, codec, verdicts, notes: held, ...more };
  const causes = causesOf(report([{}, ...others].map((one) => kernel({ ...hit, ...one }))));
  const { workflow = null, patterns = [], policy } = run;
  const policies = policy === undefined ? USUAL_PATHS : [policy];
  const locate = findSourceLines(causes, { workspace, workflow, patterns, policies });
  const [region] = causes.map(locate);
  return region ? show(files, region) : null;
}

function show(files: Files, { file, line, column, endLine, endColumn }: SourceRegion): string {
  const lines = String(files[file])
    .split('\n')
    .slice(line - 1, endLine);
  lines[lines.length - 1] = lines.at(-1)?.slice(0, endColumn - 1) ?? '';
  lines[0] = lines[0]?.slice(column - 1) ?? '';
  return `${file}:${line}:${column} ${lines.join('\n')}`;
}
