import { expect, it } from 'vitest';
import { matrixOutput } from '../../../src/github/publish/matrix.ts';
import { kernel, verdict } from '../../support/fixture-report.ts';
import { sampleReport } from '../../support/reports.ts';

it('reports who boots where', () => {
  const matrix = JSON.parse(matrixOutput(sampleReport()) ?? '');
  expect(matrix).toContainEqual({
    kernel: 'boot/vmlinuz-6.1',
    boot: 'pvh-domu',
    releases: ['4.10.1'],
    products: [],
    outcome: 'warns',
  });
  const checked = matrix.filter(({ outcome }: { outcome: string }) => outcome !== 'not-claimed');
  expect(checked).toHaveLength(7);
});

it('reports which paths were not checked, because the kernel does not claim them', () => {
  const claims = ['pv-domu', 'pvh-domu'] as const;
  const verdicts = [verdict({ boot: 'pv-domu' }), verdict({ boot: 'pvh-dom0' })];
  const report = { ...sampleReport(), kernels: [kernel({ path: 'k', claims, verdicts })] };
  const outcomes = JSON.parse(matrixOutput(report) ?? '').map(
    ({ boot, releases, outcome }: Record<string, unknown>) => [boot, releases, outcome],
  );
  expect(outcomes).toEqual([
    ['pv-domu', expect.any(Array), 'boots'],
    ['pvh-dom0', expect.any(Array), 'boots'],
    ['pv-dom0', [], 'not-claimed'],
  ]);
  const unknown = { ...report, kernels: [kernel({ path: 'k', claims: null, verdicts })] };
  expect(matrixOutput(unknown)).not.toContain('not-claimed');
});

it('is none rather than too large', () => {
  const report = sampleReport();
  const kernels = Array.from({ length: 3000 }, () => report.kernels).flat();
  expect(matrixOutput({ ...report, kernels })).toBeNull();
});
