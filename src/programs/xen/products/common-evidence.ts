import type { Evidence } from './product.ts';

export const OPTIONAL_LIBRARIES: Evidence = {
  kind: 'source',
  what: 'tools/configure links bzip2, lzma, lzo2 and zstd only if it finds their headers; lz4 too since 4.22.0',
  source: 'xen-project/xen tools/configure.ac at RELEASE-4.14.6, 4.17.5, 4.20.0, 4.21.0, 4.22.0',
  date: '2026-07-29',
};

export const PV32_DEFAULT: Evidence = {
  kind: 'source',
  what: 'CONFIG_PV32 is on by default in 4.14.0; off without XEN_GUEST since 4.14.3, 4.15.1 and 4.16.0',
  source: 'xen-project/xen 1a0f2fe229, xen/arch/x86/Kconfig at these tags',
  date: '2021-06-04',
  shows: ['no-pv32'],
};
