// @ts-check
/**
 * The files of Xen that we model, where they are and where they were, as git's pathspecs. Each is
 * beside the part of this project that has to follow it.
 *
 * @type {readonly { ours: string, files: readonly string[] }[]}
 */
export const MODELLED = [
  {
    ours: 'src/xen/libelf',
    files: [
      'xen/common/libelf/*.[ch]',
      'xen/include/xen/libelf.h',
      'xen/include/public/elfnote.h',
      'xen/include/public/features.h',
    ],
  },
  {
    ours: 'src/xen/loaders: how the hypervisor decompresses dom0',
    files: [
      'xen/arch/x86/bzimage.c',
      'xen/common/decompress.[ch]',
      'xen/include/xen/decompress.h',
      'xen/include/xen/gunzip.h',
      'xen/common/gunzip.c',
      'xen/common/inflate.c',
      'xen/common/gzip',
      'xen/common/bunzip2.c',
      'xen/common/unlzma.c',
      'xen/common/unxz.c',
      'xen/common/xz',
      'xen/common/unlzo.c',
      'xen/common/lzo.c',
      'xen/common/unlz4.c',
      'xen/common/lz4',
      'xen/common/unzstd.c',
      'xen/common/zstd',
    ],
  },
  {
    ours: 'src/xen/loaders: how the hypervisor builds dom0',
    files: [
      'xen/arch/x86/pv/dom0_build.c',
      'xen/arch/x86/hvm/dom0_build.c',
      'xen/arch/x86/dom0_build.c',
      'xen/arch/x86/domain_build.c',
      'xen/arch/x86/setup.c',
      'xen/arch/x86/Kconfig',
    ],
  },
  {
    ours: 'src/xen/loaders: how the toolstack finds a loader and decompresses',
    files: [
      'tools/libs/guest/xg_dom_*loader.c',
      'tools/libs/guest/xg_dom_decompress*',
      'tools/libxc/xc_dom_*loader.c',
      'tools/libxc/xc_dom_decompress*',
      ':(exclude)*armzimage*',
    ],
  },
  {
    ours: 'src/xen/build',
    files: [
      'tools/libs/guest/xg_dom_core.c',
      'tools/libs/guest/xg_dom_boot.c',
      'tools/libs/guest/xg_dom_x86.c',
      'tools/libs/guest/xg_dom_compat_linux.c',
      'tools/libxc/xc_dom_core.c',
      'tools/libxc/xc_dom_boot.c',
      'tools/libxc/xc_dom_x86.c',
      'tools/libxc/xc_dom_compat_linux.c',
      'tools/include/xenguest.h',
      'tools/libxc/include/xc_dom.h',
      'tools/libs/light/libxl_dom.c',
      'tools/libs/light/libxl_x86.c',
      'tools/libs/light/libxl_x86_acpi.c',
      'tools/libxl/libxl_dom.c',
      'tools/libxl/libxl_x86.c',
      'tools/libxl/libxl_x86_acpi.c',
    ],
  },
  {
    ours: 'src/xen/start',
    files: ['xen/include/public/arch-x86/hvm/start_info.h', 'xen/include/public/arch-x86/xen*.h'],
  },
];
