import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { findGrubRelease } from '../../src/programs/grub/releases.ts';

/** Where scripts/debian-xen-grub.sh puts GRUB, and what it takes to start it in a guest. */
export const CACHE = resolve('.cache/xen-grub');

/** The release of GRUB to start, `2.06`, or one sentence on what there is not. */
export type GrubGuest = { readonly version: string } | { readonly missing: string };

export function findGrubGuest(): GrubGuest {
  if (!existsSync(`${CACHE}/vmlinuz`)) {
    return { missing: 'Run scripts/debian-xen-grub.sh first.' };
  }
  const { stdout } = spawnSync(`${CACHE}/grub-mkimage`, ['--version'], { encoding: 'utf8' });
  const [, version = ''] = /\(GRUB\) ([\d.]+)/.exec(stdout ?? '') ?? [];
  const release = findGrubRelease(version);
  return release ? { version: release.version } : { missing: 'grub-mkimage does not run.' };
}
