import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { openKernel } from '../../src/kernel/open.ts';
import { CLAIMED_PATHS } from '../../src/programs/boot-path.ts';
import { messageOf } from '../../src/rules/message.ts';
import { checkKernel } from '../../src/xen/check-kernel.ts';
import { notesReport } from '../../src/xen/notes-report.ts';
import { PATTERNS } from '../../src/xen/patterns.ts';
import { EVERY_BUILD } from '../support/builds.ts';
import { buildBzImage, gzipPayload } from '../support/bzimage-builder.ts';
import { buildElf, loadSegment, noteSegment, notes } from '../support/elf-builder.ts';
import { PV_NOTES } from '../support/kernels.ts';

const open = (file: Uint8Array) => openKernel(bytesSource(file), { patterns: PATTERNS });

/** All findings about notes, of every release and boot path, each once. */
async function findings(file: Uint8Array) {
  const kernel = await open(file);
  const all = await kernel.examine(() =>
    CLAIMED_PATHS.flatMap((boot) => checkKernel(kernel, boot, EVERY_BUILD)).flatMap(
      ({ refusals }) => refusals,
    ),
  );
  const texts = all
    .filter(({ stage }) => stage === 'notes')
    .map((one) =>
      JSON.stringify({ rule: one.rule, message: messageOf(one), evidence: one.evidence }),
    );
  return [...new Set(texts)].map((text) => JSON.parse(text));
}

async function hints(file: Uint8Array) {
  const kernel = await open(file);
  return kernel.examine(() => notesReport(kernel, []).nearMisses);
}

const PLACE = { vaddr: 0xffff_ffff_8100_0000n, paddr: 0x100_0000, memSize: 0x20_0000 };

function kernel(list: Parameters<typeof notes>[0], code: Uint8Array = new Uint8Array(64)) {
  return buildElf({
    entry: PLACE.vaddr,
    segments: [loadSegment(code, PLACE), noteSegment(notes(list))],
    sections: [{ type: 1, name: '.text', data: new Uint8Array(4) }],
  });
}

describe('a kernel without a note of Xen', () => {
  it('has notes of another owner that look like those of Xen', async () => {
    const found = await findings(readFileSync('test/cases/owner-name.elf'));
    expect(found).toEqual([
      {
        rule: 'no-xen-notes',
        message: expect.stringMatching(
          /^No note of the ELF file has the owner "Xen", .* 7 notes of the owner "name" look like Xen's, .*LOADER at offset 0x198\.$/,
        ),
        evidence: {
          notes: [
            ...['GUEST_OS', 'GUEST_VERSION', 'XEN_VERSION', 'VIRT_BASE', 'PADDR_OFFSET', 'ENTRY'],
            'LOADER',
          ],
          owner: 'name',
          why: 'other-owner',
          unread: [
            expect.objectContaining({
              ...{ why: 'other-owner', owner: 'name', section: null, count: 7 },
              first: expect.arrayContaining([{ name: 'LOADER', offset: 0x198 }]),
            }),
          ],
          conflict: null,
          missing: 'owner',
        },
      },
    ]);
  });

  it('has the text of a note in a section of data', async () => {
    const [found, ...others] = await findings(readFileSync('test/cases/note-in-progbits.elf'));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      rule: 'no-xen-notes',
      message: expect.stringContaining('is in the section .data, which is neither'),
      evidence: { notes: ['PHYS32_ENTRY'], owner: null, why: 'no-note-section' },
    });
  });

  it('has it in a compressed file as well', async () => {
    const text = notes([{ type: 18, value: 0x100_0000n }]);
    const file = buildBzImage({
      payload: gzipPayload(kernel([{ owner: 'GNU', type: 3, value: '!' }], text)),
    });
    expect(await findings(file)).toMatchObject([{ evidence: { why: 'no-note-section' } }]);
  });

  it.each(['xen', 'XEN', 'Xen '])('has an owner %j, as good as Xen to people', async (owner) => {
    const list = [{ owner, type: 18, value: 0x100_0000n }];
    expect(await findings(kernel(list))).toMatchObject([
      { rule: 'no-xen-notes', evidence: { owner, notes: ['PHYS32_ENTRY'] } },
    ]);
  });

  it.each([
    ['a build id', { owner: 'GNU', type: 3, value: new Uint8Array(20) }],
    ['a note of Linux', { owner: 'Linux', type: 0, value: 0n }],
    ['a number that is no address of the kernel', { owner: 'stapsdt', type: 18, value: 1n }],
    ['a text that Xen does not know', { owner: 'Vendor', type: 8, value: 'fancy' }],
  ])('has no near miss in %s', async (_, note) => {
    const none = { notes: [], owner: null, why: null };
    expect(await findings(kernel([note]))).toMatchObject([
      { rule: 'no-xen-notes', evidence: none },
    ]);
    expect(await hints(kernel([note]))).toBe(undefined);
  });
});

it('a 32-bit kernel without a note of Xen is firmware to the toolstack, and gets the reason', async () => {
  const list = [{ owner: 'xen', type: 18, value: 0x10_0000 }];
  const file = buildElf({
    bits: 32,
    entry: 0x10_0000,
    segments: [
      loadSegment(new Uint8Array(64), { paddr: 0x10_0000, memSize: 0x1000 }),
      noteSegment(notes(list, { bits: 32 })),
    ],
  });
  const kernel = await open(file);
  const [verdict] = await kernel.examine(() =>
    checkKernel(kernel, 'pvh-domu', EVERY_BUILD.slice(-1)),
  );
  const [refusal, ...others] = verdict?.refusals ?? [];
  expect([refusal?.rule, others]).toEqual(['taken-for-firmware', []]);
  expect(refusal && messageOf(refusal)).toContain('One note of the owner "xen" looks like Xen\'s');
});

it.each([
  [8, ''],
  [9, ', and 1 more'],
  [20, ', and 12 more'],
])('of %i notes of another owner eight are named', async (count, rest) => {
  const others = Array.from({ length: count }, () => ({ owner: 'xen', type: 6, value: 'linux' }));
  const [found] = await findings(kernel(others));
  expect(found.evidence.unread).toMatchObject([{ count, first: { length: 8 } }]);
  expect(found.evidence.notes).toEqual(['GUEST_OS']);
  expect(found.message).toContain(`${count} notes of the owner "xen" look like Xen's`);
  expect(found.message).toMatch(new RegExp(`(GUEST_OS at offset 0x[0-9a-f]+(, )?){8}${rest}\\.`));
});

describe('a kernel with a section __xen_guest', () => {
  it('has other notes beside it, and other addresses in them', async () => {
    const file = readFileSync('test/cases/gnumach-like.elf');
    const conflict =
      /__xen_guest contradicts the notes: its VIRT_BASE is 0x40000000, and theirs is 0xffffffff80000000\./;
    const found = await findings(file);
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(['no-xen-notes', 'notes-lost']));
    for (const { message, evidence } of found) {
      expect(message).toMatch(conflict);
      expect(evidence).toMatchObject({ owner: 'name', why: 'other-owner' });
    }
    expect((await hints(file))?.at(-1)).toMatch(conflict);
  });

  const guest = (text: string) => ({
    type: 1,
    name: '__xen_guest',
    data: Buffer.from(`${text}\0`, 'latin1'),
  });
  const withBoth = (entry: bigint, text: string) =>
    buildElf({
      entry,
      segments: [loadSegment(new Uint8Array(64), PLACE), noteSegment(notes(PV_NOTES))],
      sections: [guest(text)],
    });

  it('that contradicts good notes is said where Xen refuses the kernel, and in its notes', async () => {
    const base = PV_NOTES.find(({ type }) => type === 3)?.value;
    const good = withBoth(PLACE.vaddr, 'VIRT_BASE=0x1000');
    expect(await hints(good)).toEqual([
      `The section __xen_guest contradicts the notes: its VIRT_BASE is 0x1000, and theirs is 0x${base?.toString(16)}.`,
    ]);
    const found = await findings(good);
    expect(found.filter(({ evidence }) => evidence.why === 'xen-guest')).toHaveLength(1);
    const kernel = await open(good);
    const [verdict] = await kernel.examine(() =>
      checkKernel(kernel, 'pv-domu', EVERY_BUILD.slice(-1)),
    );
    expect(verdict).toMatchObject({ loads: true, refusals: [] });
  });

  it('that says the same is not worth a word', async () => {
    const base = PV_NOTES.find(({ type }) => type === 3)?.value;
    expect(await hints(withBoth(PLACE.vaddr, `VIRT_BASE=0x${base?.toString(16)}`))).toBe(undefined);
  });
});
