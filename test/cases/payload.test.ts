import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { openKernel } from '../../src/kernel/open.ts';
import type { XenPath } from '../../src/programs/boot-path.ts';
import type { RuleId } from '../../src/rules/index.ts';
import { messageOf } from '../../src/rules/message.ts';
import type { Stage } from '../../src/rules/stages.ts';
import { checkKernel } from '../../src/xen/check-kernel.ts';
import { EVERY_BUILD } from '../support/builds.ts';
import { releasesIn } from '../support/vectors.ts';

/** What some releases do with a payload; `null` for the rule where all is well. */
type Answer = readonly [
  boot: XenPath,
  releases: string,
  loads: boolean,
  rule: RuleId | null,
  stage: Stage | null,
  xenSays: string | null,
];

const NOT_AN_ELF = 'elf_init: not an ELF binary';
const NO_LOADER = 'xc_dom_find_loader: no loader found';
const cannot = (codec: string) =>
  `xc_dom_probe_bzimage_kernel unable to ${codec} decompress kernel\n${NO_LOADER}`;
const UNKNOWN = `xc_dom_probe_bzimage_kernel: unknown compression format\n${NO_LOADER}`;

/** A table for each image: what each release answers, by Xen's own decoders. */
const CASES: Readonly<Record<string, readonly Answer[]>> = {
  'empty-payload': [
    ['pv-dom0', '4.0.0..4.7.6', false, 'unknown-codec', 'payload', NOT_AN_ELF],
    ['pv-dom0', '4.8.0..4.22.0', false, 'unknown-codec', 'payload', 'ELF: not an ELF binary'],
    ['pv-domu', '4.0.0..4.22.0', false, 'unknown-codec', 'payload', UNKNOWN],
  ],
  'lz4-late-match': [
    ['pv-dom0', '4.15.0..4.22.0', true, null, null, null],
    ['pv-domu', '4.15.0..4.22.0', false, 'corrupt-payload', 'payload', cannot('LZ4')],
  ],
  'lz4-self-match': [
    ['pv-dom0', '4.15.0..4.22.0', true, 'corrupt-payload', 'start', null],
    ['pv-domu', '4.15.0..4.22.0', true, 'corrupt-payload', 'start', null],
  ],
  'lz4-short-block': [
    ['pv-dom0', '4.4.0', false, 'corrupt-payload', 'payload', 'Decoding failed'],
    ['pv-dom0', '4.13.0..4.22.0', false, 'corrupt-payload', 'payload', 'Decoding failed'],
    ['pv-domu', '4.4.0', true, null, null, null],
    ['pv-domu', '4.4.1..4.10.4', false, 'lz4-decoder-broken', 'payload', cannot('LZ4')],
    ['pv-domu', '4.13.0..4.22.0', true, null, null, null],
  ],
  'lzma-dictionary-0': [
    ['pv-dom0', '4.0.0..4.22.0', false, 'corrupt-payload', 'payload', 'LZMA data is corrupt'],
    ['pv-domu', '4.0.0..4.22.0', true, null, null, null],
  ],
  'lzma-payload-length-1gib': [
    ['pv-domu', '4.0.0..4.0.1', false, 'payload-too-large', 'payload', cannot('LZMA')],
    ['pv-domu', '4.1.0', false, 'payload-too-large', 'payload', cannot('LZMA')],
    ['pv-domu', '4.2.0..4.22.0', false, 'payload-outside-file', 'container', NO_LOADER],
  ],
  'lzo-block-checksum': [
    ['pv-dom0', '4.0.0..4.0.4', false, 'codec-unsupported', 'payload', NOT_AN_ELF],
    ['pv-dom0', '4.1.0..4.22.0', true, 'corrupt-payload', 'start', null],
    ['pv-domu', '4.0.0..4.0.4', false, 'codec-unsupported', 'payload', UNKNOWN],
    ['pv-domu', '4.1.0..4.22.0', true, 'corrupt-payload', 'start', null],
  ],
  // Of three blocks, all of which are compressed: liblzo2 decompresses them, as the toolstack calls it.
  'lzo-stored-block': [
    ['pv-dom0', '4.1.0..4.22.0', true, null, null, null],
    ['pv-domu', '4.1.0..4.22.0', true, null, null, null],
  ],
  'zstd-flipped-1': [
    [
      'pv-dom0',
      '4.15.0..4.22.0',
      false,
      'corrupt-payload',
      'payload',
      'ZSTD-compressed data is corrupt',
    ],
    ['pv-domu', '4.15.0..4.22.0', false, 'corrupt-payload', 'payload', cannot('ZSTD')],
  ],
  // Its first frame is the kernel: the hypervisor stops there, the toolstack skips the second.
  'zstd-skippable-end': [
    ['pv-dom0', '4.15.0..4.22.0', true, null, null, null],
    ['pv-domu', '4.15.0..4.22.0', true, null, null, null],
  ],
};

describe.each(Object.entries(CASES))('%s.img', (name, answers) => {
  it.each(answers)('%s %s', async (boot, range, loads, rule, stage, xenSays) => {
    const kernel = await openKernel(bytesSource(readFileSync(`test/cases/${name}.img`)));
    const wanted = releasesIn([range]);
    const releases = EVERY_BUILD.filter(({ id }) => wanted.includes(id));
    const verdicts = await kernel.examine(() => checkKernel(kernel, boot, releases));
    for (const verdict of verdicts) {
      const [first] = verdict.refusals;
      expect({ loads: verdict.loads, rule: first?.rule ?? null }).toEqual({ loads, rule });
      expect(first?.stage ?? null).toBe(stage);
      if (xenSays) expect(first?.xenSays).toContain(xenSays);
      else expect(first?.xenSays ?? null).toBeNull();
    }
  });
});

it('says of a payload without bytes that it is empty', async () => {
  const kernel = await openKernel(bytesSource(readFileSync('test/cases/empty-payload.img')));
  const verdicts = await kernel.examine(() => checkKernel(kernel, 'pv-domu', EVERY_BUILD));
  const messages = new Set(verdicts.flatMap(({ refusals }) => refusals.map(messageOf)));
  expect([...messages]).toEqual(['The payload at byte 1536 is empty: `payload_length` is 0.']);
});

it('has the right answer for each file in its README', () => {
  const readme = readFileSync('test/cases/README.md', 'utf8');
  const named = [...readme.matchAll(/`([\w-]+\.(?:elf|img))`/g)].map(([, file]) => file);
  const files = readdirSync('test/cases').filter((file) => /\.(?:elf|img)$/.test(file));
  expect(named.sort()).toEqual(files.sort());
});
