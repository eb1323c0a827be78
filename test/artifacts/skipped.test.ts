import { expect, it } from 'vitest';
import { describeSkipped } from '../../src/artifacts/skipped.ts';

it('reports what was passed over, with a few names for each reason', () => {
  const objects = ['a.o', 'b.o', 'c.o', 'd.o'];
  expect(
    describeSkipped([
      { path: 'linux.deb', reason: 'deb' },
      ...objects.map((path) => ({ path, reason: 'object' as const })),
      { path: 'initrd.img', reason: 'cpio' },
      { path: 'initrd.old', reason: 'cpio' },
    ]),
  ).toEqual([
    '1 Debian package: linux.deb',
    '4 unlinked object files: a.o, b.o, c.o, …',
    '2 cpio archives, such as an initramfs: initrd.img, initrd.old',
  ]);
  expect(describeSkipped([])).toEqual([]);
});
