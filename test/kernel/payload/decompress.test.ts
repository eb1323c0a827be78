import { describe, expect, test } from 'vitest';
import { type ByteSource, bytesSource, UnreadableError } from '../../../src/bytes/bytes.ts';
import { type Decompress, PayloadError } from '../../../src/codecs/codec.ts';
import type { CompressedStream } from '../../../src/kernel/payload/decode.ts';
import { decompressStream, examine } from '../../../src/kernel/payload/decompress.ts';
import { workBudget } from '../../../src/kernel/payload/work-budget.ts';
import { buildElf, noteSection, noteSegment, notes } from '../../support/elf-builder.ts';
import { sparseSource } from '../../support/sources.ts';

const MiB = 1 << 20;

/** A "decompressor" that copies: what is tested here is not the codecs. Counts its passes. */
function copying(options: { readonly chunk?: number; readonly reuse?: boolean } = {}) {
  const { chunk = MiB, reuse = false } = options;
  const seen = { passes: 0, bytes: 0, ended: 0 };
  const decompress: Decompress = function* (input) {
    seen.passes++;
    const window = new Uint8Array(chunk);
    try {
      for (let offset = 0; offset < input.size; offset += chunk) {
        const bytes = input.read(offset, chunk);
        seen.bytes += bytes.length;
        window.set(bytes);
        yield reuse ? window.subarray(0, bytes.length) : bytes;
      }
      return input.size;
    } finally {
      seen.ended++;
    }
  };
  return { decompress, seen };
}

function contentsOf(stream: Pick<CompressedStream, 'decompress' | 'input'>, budget = workBudget()) {
  return decompressStream({ ...stream, maxDictionary: 0, budget });
}

async function soundContents(input: ByteSource, decompress: Decompress) {
  const { fault, content, ...facts } = await contentsOf({ decompress, input });
  if (fault || !content) throw new Error(fault?.detail);
  return { ...facts, content, examine };
}

const xenNotes = notes([{ type: 6, value: 'linux' }]);
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('decompress', () => {
  test('reports the size and what the stream took', async () => {
    const { decompress } = copying();
    const decompressed = await soundContents(bytesSource(new Uint8Array(3 * MiB + 5)), decompress);
    expect(decompressed).toMatchObject({ size: 3 * MiB + 5, consumed: 3 * MiB + 5 });
    expect(decompressed.content.size).toBe(3 * MiB + 5);
  });

  test.each([1, 7, 4096, 65_537, MiB])(
    'reads right from chunks of %i bytes in a buffer that is used again',
    async (chunk) => {
      const bytes = Uint8Array.from({ length: 200_000 }, (_, i) => i * 7 + (i >> 8));
      const { decompress } = copying({ chunk, reuse: true });
      const { content, examine } = await soundContents(bytesSource(bytes), decompress);
      for (const [offset, length] of [
        [0, 10],
        [65_530, 12],
        [65_536, 65_536],
        [100, 199_000],
        [199_990, 100],
        [200_000, 1],
        [-1, 4],
        [5, -4],
      ] as const) {
        const expected = bytesSource(bytes).read(offset, length);
        expect(await examine(() => Buffer.compare(content.read(offset, length), expected))).toBe(0);
      }
    },
  );

  test.each([
    ['64-bit little endian', { bits: 64, endian: 'little' }],
    ['64-bit big endian', { bits: 64, endian: 'big' }],
    ['32-bit little endian', { bits: 32, endian: 'little' }],
    ['32-bit big endian', { bits: 32, endian: 'big' }],
  ] as const)(
    'the notes and header tables of a %s kernel are held after one pass',
    async (_, form) => {
      const elf = buildElf({
        ...form,
        segments: [noteSegment(xenNotes, { offset: 5 * MiB + 3 })],
        sections: [noteSection(xenNotes, { offset: 2 * MiB, name: '.notes' })],
        padTo: 9 * MiB,
      });
      const { decompress, seen } = copying();
      const { content, examine } = await soundContents(bytesSource(elf), decompress);
      const note = await examine(() => text(content.read(5 * MiB + 3, xenNotes.length)));
      expect(note).toBe(text(xenNotes));
      const table = await examine(() => content.read(elf.length - 3 * 40, 3 * 40));
      expect(text(table)).toBe(text(elf.subarray(-3 * 40)));
      expect(seen.passes).toBe(1);
    },
  );

  test('one more pass brings all notes that only the section headers show', async () => {
    const offsets = [3, 17, 31].map((at) => at * MiB);
    const elf = buildElf({
      sections: offsets.map((offset) => noteSection(xenNotes, { offset })),
      padTo: 40 * MiB,
    });
    const { decompress, seen } = copying();
    const { content, examine } = await soundContents(bytesSource(elf), decompress);
    const read = await examine(() =>
      offsets.map((offset) => text(content.read(offset, xenNotes.length))),
    );
    expect(read).toEqual(offsets.map(() => text(xenNotes)));
    expect(seen.passes).toBe(2);
  });

  test('a walk over 30 MiB, note by note, ends within the passes', async () => {
    const source = sparseSource(40 * MiB, [{ offset: 33 * MiB, bytes: Uint8Array.of(7) }]);
    const { decompress, seen } = copying();
    const { content, examine } = await soundContents(source, decompress);
    const end = await examine(() => {
      let offset = 3 * MiB;
      while (content.read(offset, 12)[0] !== 7) offset += 4096;
      return offset;
    });
    expect(end).toBe(33 * MiB);
    expect(seen.passes).toBeLessThanOrEqual(16);
  });

  test('what is held stays held for the next run', async () => {
    const { decompress, seen } = copying();
    const { content, examine } = await soundContents(sparseSource(8 * MiB, []), decompress);
    await examine(() => content.read(5 * MiB, 8));
    await examine(() => content.read(5 * MiB, 8));
    expect(seen.passes).toBe(2);
  });

  test('an error of the run itself passes through', async () => {
    const { content, examine } = await soundContents(
      sparseSource(8 * MiB, []),
      copying().decompress,
    );
    const run = () => {
      content.read(5 * MiB, 8);
      throw new RangeError('mine');
    };
    await expect(examine(run)).rejects.toThrow(new RangeError('mine'));
  });
});

describe('bounds', () => {
  test('output of exactly 1 GiB is taken, one byte more is too large and stops at once', async () => {
    const zeros = new Uint8Array(MiB);
    const yielding = (chunks: number, last: Uint8Array) => {
      const seen = { chunks: 0, ended: false };
      const decompress: Decompress = function* () {
        try {
          for (; seen.chunks < chunks; seen.chunks++) yield zeros;
          yield last;
          for (;;) {
            seen.chunks++;
            yield zeros;
          }
        } finally {
          seen.ended = true;
        }
      };
      return { seen, decompress };
    };
    const { seen, decompress } = yielding(1024, Uint8Array.of(0));
    const input = bytesSource(zeros);
    const { fault } = await contentsOf({ decompress, input });
    expect(fault).toMatchObject({
      kind: 'too-large',
      offset: 0,
      detail: 'it decompresses to more than 1024 MiB',
    });
    expect(seen).toEqual({ chunks: 1024, ended: true });

    const whole = copying();
    const exact = await soundContents(sparseSource(1024 * MiB, []), whole.decompress);
    expect(exact.size).toBe(1024 * MiB);
  });

  test('more than 64 MiB of a payload are not held', async () => {
    const source = sparseSource(200 * MiB, []);
    const { content, examine } = await soundContents(source, copying().decompress);
    const run = () => content.read(MiB, 65 * MiB);
    await expect(examine(run)).rejects.toThrow(UnreadableError);
    await expect(examine(run)).rejects.toThrow(
      'The payload refers to more than 64 MiB of itself, more than is held in memory.',
    );
  });

  test.each([
    [15, 16, null],
    [16, 16, /16 passes did not read them all/],
  ])('a walk back over %i pages, each one pass, takes %i', async (pages, passes, message) => {
    const { decompress, seen } = copying();
    const { content, examine } = await soundContents(sparseSource(4 * MiB, []), decompress);
    const walk = examine(() => {
      // Each pass reads ahead, so that a walk forward would take a few of them.
      for (let page = 1; page <= pages; page++) content.read(content.size - page * 65_536, 1);
    });
    await (message ? expect(walk).rejects.toThrow(message) : walk);
    expect(seen.passes).toBe(passes);
  });

  test('a run that always asks for another place ends at one of the bounds', async () => {
    const { decompress } = copying();
    const { content, examine } = await soundContents(sparseSource(200 * MiB, []), decompress);
    let at = 0;
    const run = () => content.read((at++ * 7919 * 65_536) % content.size, 1);
    await expect(
      examine(() => {
        for (;;) run();
      }),
    ).rejects.toThrow(UnreadableError);
  });

  test('a second pass over large contents is over the budget, and never starts', async () => {
    const { decompress, seen } = copying();
    const { content, examine } = await soundContents(sparseSource(1000 * MiB, []), decompress);
    await expect(examine(() => content.read(900 * MiB, 1))).rejects.toThrow(
      new UnreadableError(
        'Its check takes more than 1536 MiB of decompression, the limit for one kernel: its contents are large, with references that are far apart.',
      ),
    );
    expect(seen.passes).toBe(1);
  });

  test('all streams and passes of a kernel spend one budget', async () => {
    const budget = workBudget(() => {}, 5 * MiB);
    const input = sparseSource(2 * MiB, []);
    const { decompress, seen } = copying();
    await contentsOf({ decompress, input }, budget);
    await contentsOf({ decompress, input }, budget);
    await expect(contentsOf({ decompress, input }, budget)).rejects.toThrow(UnreadableError);
    expect(seen).toEqual({ passes: 3, bytes: 6 * MiB, ended: 3 });
  });

  test('the time is looked at with every chunk, and at every read of what came out', async () => {
    let left = 4;
    const checkTime = () => {
      if (left-- === 0) throw new RangeError('late');
    };
    const budget = workBudget(checkTime);
    const { decompress, seen } = copying();
    const { content } = await contentsOf({ decompress, input: sparseSource(3 * MiB, []) }, budget);
    content?.read(0, 1);
    expect(() => content?.read(0, 1)).toThrow(new RangeError('late'));
    left = 2;
    await expect(
      contentsOf({ decompress, input: sparseSource(9 * MiB, []) }, budget),
    ).rejects.toThrow(new RangeError('late'));
    expect(seen.ended).toBe(2);
  });

  test('headers that claim to be everywhere leave room for what is read', async () => {
    const elf = buildElf({
      segments: Array.from({ length: 4000 }, (_, i) => ({
        type: 4,
        offset: (i % 700) * MiB,
        size: 0xffff_ffff,
      })),
    });
    const source = sparseSource(700 * MiB, [
      { offset: 0, bytes: elf },
      { offset: 600 * MiB, bytes: xenNotes },
    ]);
    const { decompress, seen } = copying();
    const { content, examine } = await soundContents(source, decompress);
    const note = await examine(() => text(content.read(600 * MiB, xenNotes.length)));
    expect(note).toBe(text(xenNotes));
    expect(seen.passes).toBe(2);
  });

  test('offsets beyond any file are no trouble', async () => {
    const elf = buildElf({ segments: [noteSegment(xenNotes)] });
    const view = new DataView(elf.buffer);
    view.setBigUint64(40, 0xffff_ffff_ffff_fff0n, true); // e_shoff
    view.setUint16(60, 0xffff, true); // e_shnum
    view.setBigUint64(64 + 8, 0x7fff_ffff_ffff_ffffn, true); // p_offset
    const { content } = await soundContents(bytesSource(elf), copying().decompress);
    expect(content.size).toBe(elf.length);
  });
});

describe('a file that changes between the passes', () => {
  const changing = (second: () => Generator<Uint8Array, number>): Decompress => {
    let passes = 0;
    return function* () {
      if (passes++ > 0) return yield* second();
      for (let i = 0; i < 8; i++) yield new Uint8Array(MiB);
      return 1;
    };
  };

  test.each([
    [
      'is cut',
      function* () {
        yield new Uint8Array(MiB);
        throw new PayloadError('gzip', 'truncated', 1, 'the stream ends');
      },
    ],
    [
      'decompresses to less',
      function* () {
        yield new Uint8Array(MiB);
        return 1;
      },
    ],
  ])('and %s is unreadable', async (_, second) => {
    const source = bytesSource(new Uint8Array(1));
    const { content, examine } = await soundContents(source, changing(second));
    await expect(examine(() => content.read(5 * MiB, 1))).rejects.toThrow(
      new UnreadableError('The file changed while it was read.'),
    );
  });
});
