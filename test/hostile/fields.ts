import type { Finding, KernelReport, Notice, Report } from '../../src/contract/report.ts';
import type { SourceRegion } from '../../src/report/source-region.ts';
import { finding, kernel, report, verdict } from '../support/fixture-report.ts';

/** A report, and the line that its causes come from. */
export interface Planted {
  readonly report: Report;
  readonly region: SourceRegion | null;
}

const WAIVER = { reason: 'gone soon', owner: 'me', expires: '2027-01-31' };

function withKernel(changes: Partial<KernelReport>): Planted {
  const verdicts = [verdict({ findings: [finding()] }), verdict({ boot: 'pv-dom0' })];
  return { report: report([kernel({ verdicts, ...changes })]), region: null };
}

function withFinding(changes: Partial<Finding>): Planted {
  return withKernel({ verdicts: [verdict({ findings: [finding(changes)] })] });
}

function withNotice(changes: Partial<Notice>): Planted {
  const notice = {
    path: 'p.yml',
    line: 3,
    column: 5,
    level: 'warning',
    message: 'unused',
  } as const;
  const planted = withKernel({});
  return { ...planted, report: { ...planted.report, notices: [{ ...notice, ...changes }] } };
}

function withProblem(problem: Report['problems'][number]): Planted {
  const checked = report([], [problem]);
  return { report: { ...checked, gate: { ...checked.gate, passed: false } }, region: null };
}

function withSource(file: string): Planted {
  return { ...withKernel({}), region: { file, line: 7, column: 1, endLine: 7, endColumn: 9 } };
}

/**
 * The same text in all fields at once. A file that could not be checked has a report of its own, of
 * another form.
 */
export const EVERYWHERE: readonly ((text: string) => Planted)[] = [
  (text) => {
    const xenSays = text.replaceAll('\n', ' ');
    const found = finding({ message: text, xenSays });
    const waiver = { ...WAIVER, reason: text, owner: text };
    const waived = finding({ rule: 'unknown-feature', message: text, xenSays, waiver });
    const checked = kernel({
      path: text,
      name: text,
      linuxVersion: text,
      notes: [
        { type: 1, name: text, value: 'x' },
        { type: 6, name: 'GUEST_OS', value: text },
      ],
      verdicts: [
        verdict({ findings: [found, waived] }),
        verdict({ boot: 'pv-dom0', findings: [waived], status: 'warns' }),
      ],
    });
    const notice = { path: text, line: 3, column: 5, level: 'warning', message: text } as const;
    return {
      report: { ...report([checked]), notices: [notice] },
      region: { file: text, line: 7, column: 1, endLine: 7, endColumn: 9 },
    };
  },
  (text) => withProblem({ path: text, message: text }),
];

/** Every field of a report that a kernel, a path or a policy decides on, and how text gets there. */
export const FIELDS: Readonly<Record<string, (text: string) => Planted>> = {
  'the path of a kernel': (path) => withKernel({ path }),
  'the path of a file that is no kernel': (path) => withProblem({ path, message: 'no such file' }),
  'the path of a source file': (file) => withSource(file),
  'why a file was not checked': (message) => withProblem({ path: 'gone', message }),
  'the version of a kernel': (linuxVersion) => withKernel({ linuxVersion }),
  'the name of a note': (name) => withKernel({ notes: [{ type: 1, name, value: 'x' }] }),
  'the value of a note': (value) => withKernel({ notes: [{ type: 6, name: 'GUEST_OS', value }] }),
  'what is wrong, with words of the kernel': (message) => withFinding({ message }),
  // Each line of Xen is one line: its quotes of the kernel hold no line feed.
  'what Xen says, with words of the kernel': (text) =>
    withFinding({ xenSays: text.replaceAll('\n', ' ') }),
  'the name of a kernel in the policy': (name) => withKernel({ name }),
  'the reason of a waiver': (reason) => withFinding({ waiver: { ...WAIVER, reason } }),
  'the owner of a waiver': (owner) => withFinding({ waiver: { ...WAIVER, owner } }),
  'the path of the policy': (path) => withNotice({ path }),
  'what is reported of the policy': (message) => withNotice({ message }),
};
