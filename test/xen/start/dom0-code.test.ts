import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/bytes/bytes.ts';
import { checkSource } from '../../../src/gate/kernel-report.ts';
import { parseBootList } from '../../../src/programs/boot-list.ts';
import { BOOT_PATHS, type BootPath } from '../../../src/programs/boot-path.ts';
import { DEFAULT_MACHINE } from '../../../src/xen/machine.ts';
import { DOM0_PATTERNS } from '../../../src/xen/start/dom0-code.ts';
import { builds } from '../../support/builds.ts';
import { buildBzImage, gzipPayload } from '../../support/bzimage-builder.ts';
import { buildElf, loadSegment, type Note, noteSegment, notes } from '../../support/elf-builder.ts';
import { PV_NOTES } from '../../support/kernels.ts';

const ANNOUNCES_DOM0: Note = { type: 17, value: Uint8Array.of(1, 0x88, 0, 0) };

/** A kernel with these messages in its data. */
function kernel(messages: readonly string[], list: readonly Note[] = PV_NOTES): Uint8Array {
  const data = Buffer.from(messages.map((text) => `\x014${text}\n\0`).join(''), 'latin1');
  return buildElf({
    entry: 0x100_0000,
    segments: [
      loadSegment(Buffer.concat([data, Buffer.alloc(64)]), {
        vaddr: 0xffff_ffff_8100_0000n,
        paddr: 0x100_0000,
        memSize: 0x20_0000,
      }),
      noteSegment(notes([...list, ANNOUNCES_DOM0])),
    ],
    sections: [{ type: 1, name: '.text', data: new Uint8Array(4) }],
  });
}

/** What it claims, and what becomes of it on the paths that are named. */
async function check(file: Uint8Array, ...boot: readonly BootPath[]) {
  const { claims, verdicts } = await checkSource(bytesSource(file), 'vmlinux', {
    targets: [
      {
        builds: builds('4.1.0', '4.17.7'),
        boot: parseBootList(boot),
        among: BOOT_PATHS,
        machine: DEFAULT_MACHINE,
      },
    ],
  });
  return {
    claims,
    found: verdicts.map(({ boot, loads, findings }) => [
      boot,
      loads,
      ...findings.map(({ rule }) => rule),
    ]),
  };
}

const XEN = DOM0_PATTERNS.slice(-1);
const DOM0 = DOM0_PATTERNS.slice(0, -1);
const PATHS = ['pv-dom0', 'pv-domu'] as const;
const BOTH = [
  ['pv-dom0', true],
  ['pv-domu', true],
];

describe('a Linux that announces dom0', () => {
  it.each([
    ['an ELF file', (file: Uint8Array) => file],
    ['a bzImage', (file: Uint8Array) => buildBzImage({ payload: gzipPayload(file) })],
  ])('and has no code for it claims none, and dies where it is asked for: %s', async (_, pack) => {
    const file = pack(kernel(XEN));
    expect(await check(file)).toEqual({ claims: ['pv-domu'], found: [['pv-domu', true]] });
    expect(await check(file, ...PATHS)).toMatchObject({
      found: [
        ['pv-dom0', true, 'no-dom0-code'],
        ['pv-domu', true],
      ],
    });
  });

  it.each(DOM0)('and has a message of that code is a dom0: %s', async (message) => {
    expect(await check(kernel([...XEN, message]))).toEqual({ claims: PATHS, found: BOTH });
  });

  it('and of which no message is left proves nothing', async () => {
    expect(await check(kernel([]))).toEqual({ claims: PATHS, found: BOTH });
  });
});

it('a kernel of another system has other messages', async () => {
  const list = PV_NOTES.map((note) => (note.type === 6 ? { ...note, value: 'NetBSD' } : note));
  expect(await check(kernel(XEN, list))).toEqual({ claims: PATHS, found: BOTH });
});
