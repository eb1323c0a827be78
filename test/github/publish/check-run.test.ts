import { expect, test } from 'vitest';
import { annotationsOf } from '../../../src/github/publish/annotations.ts';
import { checkRunName, checkRunOf } from '../../../src/github/publish/check-run.ts';
import { headline } from '../../../src/report/headline.ts';
import { renderMarkdown } from '../../../src/report/markdown/markdown.ts';
import { finding, kernel, report, verdict } from '../../support/fixture-report.ts';

const WORKSPACE = '/workspace';
const FAILING = report([kernel({ verdicts: [verdict({ findings: [finding()] })] })]);

test.each([
  [['Kernels', 'build', 'gate'], 'Xen boot gate: Kernels / build / gate'],
  [['Kernels'], 'Xen boot gate: Kernels'],
  [[], 'Xen boot gate'],
])('of %j the check run is named %s', (names, name) => {
  expect(checkRunName({ names })).toBe(name);
});

test('the check run says what the report says', () => {
  expect(checkRunOf(FAILING, WORKSPACE, {})).toEqual({
    conclusion: 'failure',
    title: headline(FAILING),
    summary: renderMarkdown(FAILING),
    annotations: annotationsOf(FAILING, WORKSPACE),
  });
  expect(checkRunOf(report([kernel()]), WORKSPACE, {}).conclusion).toBe('success');
});

test('the check run stays within what GitHub takes, and says what it leaves out', () => {
  const many = (level: 'error' | 'warning', count: number) =>
    Array.from({ length: count }, (_, at) => finding({ level, message: `${level} ${at}` }));
  const findings = [...many('error', 2000), ...many('warning', 2000)];
  const run = checkRunOf(report([kernel({ verdicts: [verdict({ findings })] })]), WORKSPACE, {});
  expect(run.summary.length).toBeLessThanOrEqual(65_535);
  const of = (level: string) => run.annotations.filter((one) => one.level === level);
  expect(of('error')).toHaveLength(350);
  expect(of('warning')).toHaveLength(100);
  expect(of('error').at(-1)?.message).toBe('The summary has 1651 more errors.');
});
