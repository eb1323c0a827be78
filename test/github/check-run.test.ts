import { expect, test } from 'vitest';
import { checkRunOf } from '../../src/github/check-run.ts';
import type { Report } from '../../src/report/report.ts';
import { HEAD_SHA } from '../support/events.ts';
import { finding, kernel, report, verdict } from '../support/fixture-report.ts';

const RUN = { key: '0123456789abcdef', workspace: '/workspace' };
const ORIGIN = {
  repository: { owner: 'me', repo: 'linux' },
  headSha: HEAD_SHA,
  pullRequest: null,
  runUrl: 'https://github.example/run',
  names: ['Kernels', 'gate'],
};

const FAILING = report([kernel({ verdicts: [verdict({ findings: [finding()] })] })]);

function checkRun(judged: Report, changes: Partial<typeof ORIGIN> = {}) {
  return checkRunOf(judged, RUN, { ...ORIGIN, ...changes }, {});
}

test('the check run is named after the step, and belongs to its commit and run', () => {
  expect(checkRun(FAILING)).toMatchObject({
    repository: ORIGIN.repository,
    headSha: HEAD_SHA,
    name: 'Xen boot gate: Kernels / gate',
    externalId: RUN.key,
    detailsUrl: ORIGIN.runUrl,
    passed: false,
    annotations: [{ level: 'error', title: 'unknown-codec', file: 'build/vmlinuz' }],
  });
  expect(checkRun(FAILING, { names: [] }).name).toBe('Xen boot gate');
  expect(checkRun(report([kernel()])).passed).toBe(true);
});

test('the check run stays within what GitHub takes, and says what it leaves out', () => {
  const many = (level: 'error' | 'warning', count: number) =>
    Array.from({ length: count }, (_, at) => finding({ level, message: `${level} ${at}` }));
  const findings = [...many('error', 2000), ...many('warning', 2000)];
  const run = checkRun(report([kernel({ verdicts: [verdict({ findings })] })]));
  expect(run.summary.length).toBeLessThanOrEqual(65_535);
  const of = (level: string) => run.annotations.filter((one) => one.level === level);
  expect(of('error')).toHaveLength(350);
  expect(of('warning')).toHaveLength(100);
  expect(of('error').at(-1)?.message).toBe('The summary has 1651 more errors than are shown here.');
});
