import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { buildId } from '../../src/kernel/build-id.ts';
import { ELF_HEADER_SIZE, elfPartSize, readElfHeader, readElfPart } from '../../src/kernel/elf.ts';
import { elfArch } from '../../src/kernel/elf-kind.ts';
import { PT_NOTE } from '../../src/kernel/elf-layout.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { openKernel } from '../../src/kernel/open.ts';
import { streamsOf } from '../../src/kernel/streams.ts';
import { xenNotes } from '../../src/xen/notes-report.ts';
import { asBzImage, compressedIn } from '../support/opened.ts';
import { ONE_OF_EACH_CODEC, SLIMMED_KERNELS, slimmedKernel } from '../support/slimmed-kernels.ts';

const MiB = 1 << 20;

function open(bytes: Uint8Array, maxDictionary?: number) {
  return openKernel(bytesSource(bytes), maxDictionary === undefined ? {} : { maxDictionary });
}

/** All bytes of the PT_NOTE segments, as text. */
function noteText({ elf }: Kernel): string {
  const header = elf && readElfHeader(elf.read(0, ELF_HEADER_SIZE));
  if (!elf || !header) return '';
  const { offset, entrySize, count } = header.programHeaders;
  return Array.from({ length: count }, (_, i) => {
    const bytes = elf.read(offset + i * entrySize, elfPartSize(header, 'segment'));
    const part = readElfPart(header, 'segment', bytes);
    return part.type === PT_NOTE
      ? Buffer.from(elf.read(part.offset, part.length)).toString('latin1')
      : '';
  }).join('');
}

/** Their build ids, by version: read while they are open, since to open them takes a while. */
const buildIds = new Map<string, Set<string | null>>();

describe.each(SLIMMED_KERNELS)('$file', ({ file, codec, version, arch, size, dictionary }) => {
  test('opens, with all its facts', async () => {
    const bytes = slimmedKernel(file);
    const kernel = asBzImage(await open(bytes));
    const id = await kernel.examine(() => kernel.elf && buildId(kernel.elf));
    buildIds.set(version, (buildIds.get(version) ?? new Set()).add(id));
    expect(kernel).toMatchObject({
      wrapper: null,
      header: { fileSize: bytes.length, protocol: 0x020f },
      payload: { codec, declaredSize: size, size, dictionary, fault: null },
    });
    const { header, elf } = kernel;
    const payload = compressedIn(kernel);
    expect(header.kernelVersion?.startsWith(version)).toBe(true);
    expect(payload.consumed).toBe(payload.length - (codec === 'gzip' ? 0 : 4));
    expect(elf?.size).toBe(size);
    expect(elf && elfArch(elf)).toBe(arch);
    const notes = await kernel.examine(() => noteText(kernel));
    expect(notes).toContain('Xen\0linux\0');
    expect(notes).toContain('Xen\0generic\0');
  });
});

test('the build id is the same in every packing of one kernel, and differs between kernels', () => {
  const ids = [...buildIds.values()].flatMap((set) => [...set]);
  expect([ids.length, new Set(ids).size]).toEqual([buildIds.size, buildIds.size]);
  expect(buildIds.size).toBe(new Set(SLIMMED_KERNELS.map(({ version }) => version)).size);
  expect(ids).not.toContain(null);
});

describe.each(ONE_OF_EACH_CODEC)('a broken $codec payload', ({ file, codec }) => {
  const bytes = slimmedKernel(file);
  const header = new DataView(bytes.buffer);
  const offset = (header.getUint8(0x1f1) + 1) * 512 + header.getUint32(0x248, true);
  const length = header.getUint32(0x24c, true);
  const edited = (edit: (copy: Uint8Array, view: DataView) => void) => {
    const copy = bytes.slice();
    edit(copy, new DataView(copy.buffer));
    return copy;
  };

  test.each([0.01, 0.5, 0.99])('cut at %d of its length is truncated', async (share) => {
    const kept = Math.floor(length * share);
    const kernel = await open(edited((_, view) => view.setUint32(0x24c, kept, true)));
    const payload = compressedIn(kernel);
    expect(payload).toMatchObject({ codec, length: kept, size: null, consumed: null });
    expect(payload.fault?.kind).toBe('truncated');
    expect(payload.fault?.offset).toBeLessThanOrEqual(kept);
    expect(kernel.elf).toBeNull();
  });

  test('corrupt in the middle is reported with codec and offset', async () => {
    const middle = Math.floor(length / 2);
    const kernel = await open(
      edited((copy) => {
        for (let at = offset + middle; at < offset + middle + 64; at++) copy[at] = ~(copy[at] ?? 0);
      }),
    );
    const payload = compressedIn(kernel);
    expect(payload).toMatchObject({ codec, length, size: null, consumed: null });
    // A damaged length makes a stream look cut.
    expect(payload.fault?.kind).toMatch(/corrupt|truncated/);
    expect(payload.fault?.offset).toBeGreaterThan(0);
    expect(payload.fault?.offset).toBeLessThanOrEqual(length);
    expect(payload.fault?.detail).not.toBe('');
    expect(kernel.elf).toBeNull();
  });

  test('random damage anywhere never throws, and is never taken for more than it is', async () => {
    const damage = fc.record({
      // A third of the time in the header, where a byte decides most.
      at: fc.oneof(
        fc.integer({ min: 0x1f1, max: 0x250 }),
        fc.integer({ min: offset, max: offset + 64 }),
        fc.integer({ min: offset, max: bytes.length - 1 }),
      ),
      value: fc.integer({ min: 0, max: 255 }),
      cut: fc.option(fc.integer({ min: 0, max: bytes.length })),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (all) => {
        const copy = bytes.slice();
        for (const { at, value } of all) copy[at] = value;
        const kernel = await open(copy.subarray(0, all[0]?.cut ?? copy.length));
        const [stream] = streamsOf(kernel);
        if (stream?.fault) expect([kernel.elf, stream.size]).toEqual([null, null]);
        if (kernel.elf) {
          expect(kernel.elf.size).toBe(stream ? stream.size : copy.length);
          await kernel.examine(() => xenNotes(kernel)).catch(unreadable);
        }
      }),
      { numRuns: 6 },
    );
  });
});

function unreadable(error: Error): void {
  expect(error.name).toBe('UnreadableError');
}

test('a dictionary beyond what is allowed is a fault, and still reported', async () => {
  const bytes = slimmedKernel('vmlinuz-6.12.94+deb13-amd64.xz128.img');
  const kernel = await open(bytes, 64 * MiB);
  expect(compressedIn(kernel)).toMatchObject({
    dictionary: 128 * MiB,
    size: null,
    fault: { kind: 'dictionary-too-large' },
  });
  expect(kernel.elf).toBeNull();
});
