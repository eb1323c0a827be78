import { expect, it } from 'vitest';
import { matrixOutput } from '../../../src/github/publish/matrix.ts';
import { sampleReport } from '../../support/reports.ts';

it('tells who boots where', () => {
  const matrix = JSON.parse(matrixOutput(sampleReport()) ?? '');
  expect(matrix).toContainEqual({
    kernel: 'boot/vmlinuz-6.1',
    boot: 'pvh-domu',
    releases: ['4.10.1'],
    products: [],
    outcome: 'warns',
  });
  expect(matrix).toHaveLength(7);
});

it('is none rather than too large', () => {
  const report = sampleReport();
  const kernels = Array.from({ length: 3000 }, () => report.kernels).flat();
  expect(matrixOutput({ ...report, kernels })).toBeNull();
});
