import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseBootList } from '../../src/programs/boot-list.ts';
import { gate } from '../support/gate.ts';
import { withNoteSegments } from '../support/note-segments.ts';

it('decompresses what refers to far parts of itself only as often as its budget allows', async () => {
  const bomb = readFileSync(new URL('../cases/far-bzip2.img', import.meta.url));
  const { gate: decision, kernels, problems } = await gate({ bomb });
  expect([decision.passed, kernels]).toEqual([false, []]);
  expect(problems).toEqual([
    {
      path: expect.stringMatching(/bomb$/),
      message: expect.stringMatching(/^Its check takes more than 1536 MiB of decompression/),
    },
  ]);
});

it('ends for a note segment for each of 65534 program headers, the most there can be', async () => {
  const vmlinux = withNoteSegments(65534);
  const report = await gate({ vmlinux }, { xen: 'every', boot: parseBootList(['pv-domu']) });
  expect(report.gate).toMatchObject({ passed: false, failed: 134 });
});
