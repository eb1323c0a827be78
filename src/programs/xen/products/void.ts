import { PV32_DEFAULT } from './common-evidence.ts';
import type { Family } from './product.ts';

export const VOID: Family = {
  id: 'void',
  name: 'Void Linux',
  products: [
    {
      id: 'void',
      name: 'Void Linux',
      supportedUntil: null,
      guests: { ways: ['direct'], grub: null, note: 'dom0 PV; xl' },
      dom0: { guestType: 'pv', userChoosesKernel: true },
      states: [
        {
          since: null,
          package: null,
          release: '4.19.1',
          differences: ['no-domu-lzo', 'no-domu-zstd', 'no-pv32'],
          unsure: [{ fact: 'domu-bzip2', why: 'its template does not name bzip2-devel' }],
          unknown: [
            "the file read is a fork's copy with merge marks; void-linux/void-packages itself is stored only at 4.6.1",
          ],
          evidence: [
            {
              kind: 'source',
              what: 'makedepends has liblzma-devel and libglib-devel, no lzo-devel, no libzstd-devel, no bzip2-devel',
              source: 'MtFBella109/void-packages srcpkgs/xen/template @5be8b798 (4.19.1_2)',
              date: '2025',
              shows: ['no-domu-lzo', 'no-domu-zstd'],
            },
            PV32_DEFAULT,
          ],
        },
      ],
    },
  ],
};
