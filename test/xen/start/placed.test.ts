import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/bytes/bytes.ts';
import { openKernel } from '../../../src/kernel/open.ts';
import type { XenPath } from '../../../src/programs/boot-path.ts';
import { checkKernel } from '../../../src/xen/check-kernel.ts';
import {
  buildElf,
  type ElfSpec,
  loadSegment,
  type Note,
  noteSegment,
  notes,
  type Segment,
} from '../../support/elf-builder.ts';
import { RECORDED_BUILDS } from '../../support/vectors.ts';

const MIB = 0x10_0000n;
const TOP = 0xffff_ffff_8000_0000n;

interface PvSpec {
  readonly base?: bigint;
  readonly bits?: 32 | 64;
  readonly segments?: readonly Segment[];
  readonly more?: readonly Note[];
}

/** A PV kernel of 1 MiB, at 1 MiB from its VIRT_BASE. */
function pvKernel({ base = TOP, bits = 64, segments = [], more = [] }: PvSpec = {}): Uint8Array {
  const list = [
    { type: 5, value: 'xen-3.0' },
    { type: 3, value: base },
    { type: 1, value: base + MIB },
    { type: 8, value: 'generic' },
    { type: 9, value: 'yes' },
    ...more,
  ];
  const spec: ElfSpec = {
    bits,
    segments: [
      loadSegment(new Uint8Array(16), { paddr: MIB, memSize: MIB }),
      ...segments,
      noteSegment(notes(list, { bits })),
    ],
    sections: [{ type: 1, name: '.text', data: new Uint8Array(4) }],
  };
  return buildElf(spec);
}

async function boot(file: Uint8Array, version = '4.17.7', path: XenPath = 'pv-domu') {
  const kernel = await openKernel(bytesSource(file));
  const releases = RECORDED_BUILDS.filter(({ release }) => release.version === version);
  const [verdict] = await kernel.examine(() => checkKernel(kernel, path, releases));
  const rules = verdict?.refusals.map(({ rule }) => rule).filter((rule) => rule !== 'pv32-off');
  return [verdict?.loads, ...(rules ?? [])];
}

const hypercallPage = (offset: bigint) => pvKernel({ more: [{ type: 2, value: TOP + offset }] });

describe('HYPERCALL_PAGE of a PV guest', () => {
  // Behind the kernel come 2048 pages of list, start_info, xenstore, console, tables and stack.
  const list = 2n * MIB;
  const startInfo = list + 0x80_0000n;

  it.each([
    ['at the start of the image', MIB, [true]],
    ['in the last page of the image', 2n * MIB - 0x1000n, [true]],
    ['in the list of pages', list, [true, 'hypercall-page-overwrites']],
    ['in start_info', startInfo, [true, 'hypercall-page-overwrites']],
    ['in the page of the console', startInfo + 0x2000n, [true, 'hypercall-page-overwrites']],
    ['in the page tables', startInfo + 0x3000n, [true, 'hypercall-page-overwrites']],
    ['before the image', 0n, [true, 'hypercall-page-in-free-memory']],
    ['behind all that is placed', 64n * MIB, [true, 'hypercall-page-in-free-memory']],
    [
      'in the last page of the guest',
      4096n * MIB - 0x1000n,
      [true, 'hypercall-page-in-free-memory'],
    ],
    ['behind the guest', 4096n * MIB, [false, 'hypercall-page-outside-guest']],
    ['below VIRT_BASE', -0x1000n, [false, 'hypercall-page-outside-guest']],
  ])('%s', async (_where, offset, outcome) => {
    expect(await boot(hypercallPage(offset))).toEqual(outcome);
  });

  it('is not checked before XSA-55, and the toolstack crashes', async () => {
    expect(await boot(hypercallPage(-0x1000n), '4.2.2')).toEqual([false, 'toolstack-crashes']);
    expect(await boot(hypercallPage(-0x1000n), '4.2.3')).toEqual([
      false,
      'hypercall-page-outside-guest',
    ]);
  });
});

describe('a kernel where Xen is', () => {
  it.each([
    [0xffff_8000_0000_0000n, 64, true],
    [0xffff_87ff_c000_0000n, 64, true],
    [0xffff_8800_0000_0000n, 64, false],
    [0xffff_7fff_c000_0000n, 64, false],
    [0xf580_0000n, 32, true],
    [0xf000_0000n, 32, false],
    [0xc000_0000n, 32, false],
  ] as const)('at 0x%s, %i bits', async (base, bits, isXens) => {
    for (const version of ['4.2.5', '4.22.0']) {
      const outcome = await boot(pvKernel({ base, bits }), version);
      expect(outcome).toEqual(isXens ? [true, 'kernel-in-xen-area'] : [true]);
    }
  });
});

describe('the top of the address space', () => {
  it('ends the search for page tables never, where the mapping reaches it', async () => {
    const file = pvKernel({ base: 0xffff_ffff_ff40_0000n });
    for (const version of ['4.0.0', '4.6.6', '4.7.0', '4.22.0']) {
      expect(await boot(file, version)).toEqual([false, 'toolstack-hangs']);
    }
  });

  it('leaves a mapping that passes it empty before 4.7, and has it refused since', async () => {
    const file = pvKernel({ base: 0xffff_ffff_ff80_0000n });
    expect(await boot(file, '4.6.6')).toEqual([true, 'mapping-wraps']);
    expect(await boot(file, '4.7.0')).toEqual([false, 'mapping-wraps']);
  });

  it('can be passed by the room to spare alone', async () => {
    // 256 KiB are left behind the list of pages (8 MiB) and three more.
    const memSize = 6n * MIB - 0x4_3000n;
    const segments = [loadSegment(new Uint8Array(16), { paddr: 2n * MIB, memSize })];
    const file = pvKernel({ base: 0xffff_ffff_ff00_0000n, segments });
    expect(await boot(file, '4.6.6')).toEqual([true, 'mapping-wraps']);
    expect(await boot(file, '4.7.0')).toEqual([false, 'mapping-wraps']);
  });
});

describe('a segment that is not copied', () => {
  const second = (rest: Partial<Segment>) =>
    pvKernel({ segments: [loadSegment(new Uint8Array(0x1000), { paddr: 2n * MIB, ...rest })] });

  it.each([
    [
      'outside the file',
      second({ offset: 0x200, size: 0x10_0000, memSize: 0x10_0000 }),
      [false, 'toolstack-crashes'],
    ],
    ['larger than its memory', second({ memSize: 0n }), [false, 'toolstack-crashes']],
    [
      'around the top of the address space',
      second({ paddr: 0xffff_ffff_ffff_f000n, memSize: 0x2000n }),
      [false, 'toolstack-crashes'],
    ],
    [
      'one of many in the same place',
      pvKernel({
        segments: [1, 2].map(() => loadSegment(new Uint8Array(16), { paddr: MIB, memSize: MIB })),
      }),
      [true],
    ],
  ])('%s', async (_what, file, unchecked) => {
    expect(await boot(file)).toEqual([true, 'segment-not-copied']);
    expect((await boot(file, '4.2.2')).slice(0, 2)).toEqual(unchecked);
  });
});
