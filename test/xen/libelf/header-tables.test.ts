import { expect, test } from 'vitest';
import { bytesSource } from '../../../src/bytes/bytes.ts';
import { parseXenElf } from '../../../src/xen/libelf/parse.ts';
import { build, EVERY_BUILD } from '../../support/builds.ts';
import { buildElf, loadSegment, noteSection, notes } from '../../support/elf-builder.ts';
import { countingSource } from '../../support/sources.ts';

const COUNT = 3000;

const image = buildElf({
  segments: Array.from({ length: COUNT }, (_, i) =>
    loadSegment(new Uint8Array(0), { vaddr: i * 4096, offset: 0, size: 16 }),
  ),
  sections: [noteSection(notes([{ type: 6, value: 'linux' }]))],
});

/** How many bytes of the image a parse for some releases reads. */
function bytesReadFor(versions: readonly string[]): number {
  const source = countingSource(bytesSource(image));
  for (const version of versions) {
    for (const container of ['pv', 'pvh'] as const) {
      parseXenElf(source, container, build(version).has);
    }
  }
  return source.bytesRead;
}

test('the header tables are read once, for however many releases', () => {
  const all = EVERY_BUILD.map(({ id }) => id);
  const [one, every] = [bytesReadFor(all.slice(-1)), bytesReadFor(all)];
  expect(one).toBeGreaterThan(COUNT * 56);
  expect(every - one).toBeLessThan(COUNT * 56);
});
