import { expect, it } from 'vitest';
import { bytesSource } from '../../../src/bytes/bytes.ts';
import { parseXenElf } from '../../../src/xen/libelf/parse.ts';
import { build } from '../../support/builds.ts';
import {
  buildElf,
  concat,
  loadSegment,
  noteSegment,
  notes,
  type Segment,
} from '../../support/elf-builder.ts';
import { PV_NOTES } from '../../support/kernels.ts';

const NOTES = notes(PV_NOTES);
/** A note without an owner whose sizes lead some 2 GiB further. */
const LONG = Uint8Array.from([0, 0, 0, 0x40, 0, 0, 0, 0x40, 1, 0, 0, 0, 0]);
const NOTHING = new Uint8Array(0);
const OUTSIDE = 'out of range access';

// As libelf of 4.17.5 answered when these were tried on it. It looks at each note in a stretch, at
// the first one wherever it is, and marks the image broken where it is not in the image.
it.each<[string, Segment, string | null]>([
  ['ends past the image, as its notes do', noteSegment(NOTES, { size: 0x7fff }), OUTSIDE],
  ['ends before the next note', noteSegment(concat([NOTES, LONG]), { size: 0x7fff }), null],
  ['ends behind it', noteSegment(concat([NOTES, LONG]), { size: 0xf000_0000 }), OUTSIDE],
  ['starts before the image', noteSegment(NOTHING, { offset: -4096, size: 64 }), OUTSIDE],
  ['starts before it and ends in it', noteSegment(NOTHING, { offset: -4096, size: 8192 }), OUTSIDE],
  ['starts behind the image', noteSegment(NOTHING, { offset: 0x10_0000, size: 64 }), OUTSIDE],
  ['is empty behind the image', noteSegment(NOTHING, { offset: 0x10_0000 }), null],
])('a stretch of notes that %s', (_, segment, broken) => {
  const place = { vaddr: 0xffffffff81000000n, paddr: 0x1000000, memSize: 0x200000 };
  const image = buildElf({
    entry: 0x1000000,
    segments: [loadSegment(new Uint8Array(4096), place), noteSegment(NOTES), segment],
  });
  const parse = parseXenElf(bytesSource(image), 'pv', build('4.17.5').has);
  expect(parse).toMatchObject({ refusal: null, broken });
});
