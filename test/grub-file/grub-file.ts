import { spawnSync } from 'node:child_process';
import { findGrubRelease } from '../../src/programs/grub/releases.ts';

/** Debian's `grub-file`, or one sentence that says why it cannot be asked. */
export type GrubFileTool =
  /** `version` is the release of GRUB that it was built from: `2.06`. */
  { readonly version: string } | { readonly missing: string };

const PACKAGE = 'grub-common';

export function findGrubFile(): GrubFileTool {
  const status = spawnSync('dpkg', ['--status', PACKAGE], { encoding: 'utf8' }).stdout ?? '';
  const [, version = ''] = /^Version: (.+)$/m.exec(status) ?? [];
  const release = findGrubRelease(/^[\d.]+(?:~beta\d)?/.exec(version)?.[0] ?? '');
  if (version === '') return { missing: `${PACKAGE} is not installed.` };
  return release ? { version: release.version } : { missing: `${PACKAGE} is ${version}.` };
}

/** The platforms that `grub-file` knows, and the option for each. */
export const OPTIONS = {
  'x86_64-xen': '--is-x86_64-xen-domu',
  'i386-xen': '--is-i386-xen-pae-domu',
} as const;

/** Whether GRUB opens a kernel and takes its notes on a platform; it may crash. */
export function askGrubFile(
  platform: keyof typeof OPTIONS,
  path: string,
): 'yes' | 'no' | 'crashes' {
  const { status, signal } = spawnSync('grub-file', [OPTIONS[platform], path]);
  if (signal !== null) return 'crashes';
  return status === 0 ? 'yes' : 'no';
}
