import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/bytes/bytes.ts';
import { openKernel } from '../../../src/kernel/open.ts';
import type { XenPath } from '../../../src/programs/boot-path.ts';
import { checkKernel } from '../../../src/xen/check-kernel.ts';
import { builds } from '../../support/builds.ts';

const MAGIC = 0x336ec578;
const VALID = 0x10000;
const PAE = 1 << 14;
const LONG = 2 << 14;

/** A file of 16 KiB with a table at `offset`. */
function binary(offset: number, fields: Partial<Record<string, number>> = {}): Uint8Array {
  const bytes = new Uint8Array(16384);
  const view = new DataView(bytes.buffer);
  const flags = fields.flags ?? VALID | LONG;
  const table = [
    MAGIC,
    flags,
    fields.checksum ?? -(MAGIC + flags),
    fields.header ?? 0x10_0000 + offset,
    fields.load ?? 0x10_0000,
    fields.loadEnd ?? 0,
    fields.bssEnd ?? 0,
    0x10_0000,
  ];
  for (const [i, word] of table.entries()) view.setUint32(offset + 4 * i, word, true);
  return bytes;
}

async function boot(file: Uint8Array, path: XenPath, version = '4.17.7') {
  const kernel = await openKernel(bytesSource(file));
  const release = builds(version);
  const [verdict] = await kernel.examine(() => checkKernel(kernel, path, release));
  const says = verdict?.refusals[0]?.xenSays ?? null;
  return [verdict?.loads, verdict?.refusals.map(({ rule }) => rule), says];
}

const XEN_SAYS = 'xc_dom_parse_bin_kernel: ';

describe('a file with a xen_bin_image_table', () => {
  it.each([0, 4, 8188])(
    'at %d is a PV kernel to every toolstack and none to a hypervisor',
    async (offset) => {
      for (const version of ['4.0.0', '4.8.5', '4.22.0']) {
        expect(await boot(binary(offset), 'pv-domu', version)).toEqual([true, [], null]);
        const [loads, rules] = await boot(binary(offset), 'pv-dom0', version);
        expect([loads, rules]).toEqual([false, ['not-a-kernel']]);
      }
    },
  );

  it.each([2, 8192])('at %d is not found', async (offset) => {
    const [loads, rules] = await boot(binary(offset), 'pv-domu');
    expect([loads, rules]).toEqual([false, ['not-a-kernel']]);
  });

  it('in gzip is found as well', async () => {
    expect(await boot(gzipSync(binary(64)), 'pv-domu')).toEqual([true, [], null]);
  });

  it('with a wrong checksum is none', async () => {
    expect((await boot(binary(0, { checksum: 1 }), 'pv-domu'))[1]).toEqual(['not-a-kernel']);
  });

  it.each([
    [{ flags: LONG }, 'xen_bin_image_table flags required 0x00010000 found 0x00000000'],
    [{ flags: VALID | 2 }, 'xen_bin_image_table flags required 0x00010000 found 0x00010002'],
    [{ header: 0x0f_ffff }, 'Invalid header_addr.'],
    [{ header: 0x10_0041 }, 'Invalid header_addr.'],
    [{ loadEnd: 0x10_4001 }, 'Invalid load_end_addr.'],
    [{ loadEnd: 0x10_3000, bssEnd: 0x10_2fff }, 'Invalid bss_end_addr.'],
  ])('that contradicts itself (%j) is refused', async (fields, says) => {
    expect(await boot(binary(0x40, fields), 'pv-domu')).toEqual([
      false,
      ['bad-bin-image'],
      `${XEN_SAYS}${says}`,
    ]);
  });

  it.each([
    [VALID, ['guest-type-unsupported']],
    [VALID | PAE, []],
    [VALID | LONG, []],
    [VALID | PAE | LONG, []],
  ])('is of the type that its flags say: %i', async (flags, rules) => {
    expect((await boot(binary(0, { flags }), 'pv-domu', '4.13.5'))[1]).toEqual(rules);
  });

  it('is no PVH guest: the hypervisor refuses it, or it dies at its start', async () => {
    const refused = [
      false,
      ['bin-image-in-pvh'],
      "xc_dom_boot_mem_init: can't allocate low memory for domain: Out of memory",
    ];
    expect(await boot(binary(0), 'pvh-domu', '4.12.0')).toEqual(refused);
    const built = [true, ['bin-image-in-pvh'], null];
    expect(await boot(binary(0), 'pvh-domu', '4.11.4')).toEqual(built);
    const pae = binary(0, { flags: VALID | PAE });
    expect(await boot(pae, 'pvh-domu', '4.11.4')).toEqual(refused);
  });

  it('that ends before it starts is refused, without an error message', async () => {
    const fields = { load: 0x10_2000, header: 0x10_2040, loadEnd: 0x10_1000, bssEnd: 0x10_3000 };
    expect(await boot(binary(0x40, fields), 'pv-domu')).toEqual([
      false,
      ['bad-bin-image'],
      'xc_dom_load_bin_kernel: mapped region is too small for image',
    ]);
    const [loads, rules] = await boot(binary(0x40, fields), 'pv-domu', '4.2.2');
    expect([loads, rules]).toEqual([false, ['toolstack-crashes']]);
  });
});
