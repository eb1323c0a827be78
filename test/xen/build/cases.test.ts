import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/bytes/bytes.ts';
import { openKernel } from '../../../src/kernel/open.ts';
import type { XenPath } from '../../../src/programs/boot-path.ts';
import { messageOf } from '../../../src/rules/message.ts';
import { checkKernel } from '../../../src/xen/check-kernel.ts';
import { EVERY_BUILD } from '../../support/builds.ts';

/** What every release that has the boot path does with a file of test/cases. */
async function bootAll(file: string, boot: XenPath) {
  const kernel = await openKernel(bytesSource(readFileSync(`test/cases/${file}`)));
  const verdicts = await kernel.examine(() => checkKernel(kernel, boot, EVERY_BUILD));
  return verdicts
    .filter(({ supported }) => supported)
    .flatMap((verdict) => verdict.builds.map(({ id }) => ({ ...verdict, version: id })));
}

const padsSegments = (version: string) => !/^4\.[0-6]\./.test(version);

describe('an image that does not start at a page', () => {
  it.each([
    ['pv-unaligned.elf', 'pv-domu', '0xffffffff80100100'],
    ['pvh-unaligned.elf', 'pvh-domu', '0x100100'],
  ] as const)('%s is refused by every toolstack', async (file, boot, address) => {
    for (const { version, loads, refusals, needsMemory } of await bootAll(file, boot)) {
      // There, PHYS32_ENTRY alone does not suffice, and the notes are refused.
      if (boot === 'pvh-domu' && version === '4.10.0') continue;
      const [refusal] = refusals;
      expect([version, loads, refusal?.rule, refusal?.stage, needsMemory]).toEqual([
        version,
        false,
        'unaligned-start',
        'build',
        null,
      ]);
      const says = padsSegments(version)
        ? `xc_dom_alloc_pad: segment boundary isn't page aligned (${address})`
        : `xc_dom_alloc_segment: segment start isn't page aligned (${address})`;
      expect(refusal?.xenSays).toContain(says);
      expect(refusal && messageOf(refusal)).toContain(address);
    }
  });
});

it('a VIRT_BASE far below the image is named as the reason, not the pages that it costs', async () => {
  for (const { version, loads, refusals, needsMemory } of await bootAll(
    'gnumach-like.elf',
    'pv-domu',
  )) {
    const [refusal] = refusals;
    expect([version, loads, refusal?.rule, needsMemory]).toEqual([
      version,
      false,
      'far-from-virt-base',
      null,
    ]);
    expect(refusal && messageOf(refusal)).toMatch(
      /^VIRT_BASE is 0x[0-9a-f]+ and the image starts at 0x/,
    );
    if (padsSegments(version)) {
      expect(refusal?.xenSays).toContain('segment padding too large (0xffffffff40000 > 0x100000');
    }
  }
});

describe('a PVH kernel with a segment at 0xff000', () => {
  it.each([
    ['pvh-page-lost.elf', () => true],
    ['pvh-page-kept.elf', (version: string) => version.startsWith('4.10.')],
  ])('%s loads, and loses the page where the RSDP goes there', async (file, isLost) => {
    const verdicts = await bootAll(file, 'pvh-domu');
    for (const { version, loads, refusals } of verdicts) {
      // There, both are firmware to the toolstack, which has the RSDP behind it.
      const rule = version === '4.10.0' ? 'taken-for-firmware' : 'pvh-page-lost';
      const found = refusals.map((each) => [each.rule, each.stage, each.xenSays]);
      expect([version, loads, found]).toEqual([
        version,
        true,
        isLost(version) ? [[rule, 'start', null]] : [],
      ]);
    }
    expect(verdicts.length).toBeGreaterThan(70);
  });
});
