/** What people call the architectures that Xen's loaders here do not load. */
const OTHERS =
  /(?<![a-z0-9])(?:aarch64|arm(?:64|el|hf|v\d\w*)?|(?:loong(?:arch)?|mips|parisc|powerpc|ppc|riscv|sparc)(?:32|64)?(?:el|le)?|hppa|ia64|m68k|s390x?)(?![a-z0-9])/i;

/** And the two that they do, under their names in a `KernelReport`. */
const OURS: Readonly<Record<string, RegExp>> = {
  x86_64: /(?<![a-z0-9])(?:x86[_-]64|amd64|x64)(?![a-z0-9])/i,
  i386: /(?<![a-z0-9])(?:i[3-6]86|x86[_-]32|ia32)(?![a-z0-9])/i,
};

/** The same in a whole configuration of Linux or Buildroot; a fragment of one does not say. */
const OTHERS_SET =
  /^(?:CONFIG_(?:ALPHA|ARC|ARM|ARM64|LOONGARCH|M68K|MIPS|PARISC|PPC|RISCV|S390|SPARC|SUPERH)|BR2_(?:aarch64|arm|loongarch|m68k|mips|powerpc|riscv|s390|sparc)\w*)=y/m;
const OURS_SET: typeof OURS = {
  x86_64: /^(?:CONFIG_X86_64|BR2_x86_64)=y/m,
  i386: /^(?:CONFIG_X86_32|BR2_i386)=y/m,
};

/** Where Linux for any other has its sources, and configurations of its own. */
const DIRECTORIES_OF_OTHERS =
  /(?:^|\/)arch\/(?:alpha|arc|arm|arm64|csky|hexagon|loongarch|m68k|microblaze|mips|nios2|openrisc|parisc|powerpc|riscv|s390|sh|sparc|um|xtensa)$/;

/** Whether a directory has nothing for a kernel that Xen's loaders here load. */
export function isDirectoryOfOther(path: string): boolean {
  return DIRECTORIES_OF_OTHERS.test(path);
}

/**
 * Whether a file is named for another architecture than a kernel's, as `config.aarch64` is, and
 * `i386_defconfig` where that is x86-64.
 *
 * @param arch of the kernel, as in its report.
 */
export function isNamedForOther(path: string, arch: string | null): boolean {
  return isForOther(OURS, path, arch) ?? (OTHERS.test(path) && !/x86/i.test(path));
}

/** Whether a configuration is set for another architecture than a kernel's. */
export function isSetForOther(text: string, arch: string | null): boolean {
  return isForOther(OURS_SET, text, arch) ?? OTHERS_SET.test(text);
}

/** Whether a text is for the other of the two; what names both is for both. `null`: it names none. */
function isForOther(ours: typeof OURS, text: string, arch: string | null): boolean | null {
  const named = Object.keys(ours).filter((name) => ours[name]?.test(text));
  if (named.length === 0) return null;
  return arch !== null && arch in ours && !named.includes(arch);
}
