/** Packages with kernels in them, of any distribution, by what their names start with. */
const KERNEL_PACKAGE = /^(?:linux|kernel|vmlinuz)(?:-|$)/;

/** What else of a kernel is in a package of its own. */
const NO_KERNEL =
  /^(?:linux|kernel)-(?:base|config|devel|doc|firmware|headers|initramfs|libc|modules|perf|source|tools)/;

/** The names of packages that are to have a kernel, each once. */
export function kernelPackages(names: readonly string[]): string[] {
  return [...new Set(names.filter((name) => KERNEL_PACKAGE.test(name) && !NO_KERNEL.test(name)))];
}

/** `Depends` and `Pre-Depends` of a Debian control file (deb-control(5)), without versions. */
export function debianDepends(control: string): string[] {
  const fields = [...control.matchAll(/^(?:Pre-)?Depends:(.*(?:\n[ \t].*)*)/gim)];
  return fields
    .flatMap(([, list = '']) => list.split(/[,|]/))
    .map((entry) => entry.trim().replace(/[ (:[<].*$/s, ''))
    .filter((name) => name !== '');
}

/** The lines `depend = NAME` of a `.PKGINFO`, without versions. */
export function pkginfoDepends(pkginfo: string): string[] {
  return [...pkginfo.matchAll(/^depend = ([^\s<>=~]+)/gm)].map(([, name = '']) => name);
}
