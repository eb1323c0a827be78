import { expect, it } from 'vitest';
import { describeSkipped } from '../../src/artifacts/skipped.ts';

it('tells what was passed over, with a few names for each reason', () => {
  const objects = ['a.o', 'b.o', 'c.o', 'd.o'];
  expect(
    describeSkipped([
      { path: 'vmlinux.gz', reason: 'compressed' },
      ...objects.map((path) => ({ path, reason: 'object' as const })),
    ]),
  ).toEqual([
    '4 object files that no linker has seen: a.o, b.o, c.o, …',
    '1 compressed file, judged only when named: vmlinux.gz',
  ]);
  expect(describeSkipped([])).toEqual([]);
});
