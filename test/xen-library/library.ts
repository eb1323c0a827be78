import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Xen's toolstack library, or one sentence that says why it cannot be asked. */
export type Library =
  /** `release` is the one that Debian built: `4.17.7` */
  { readonly release: string } | { readonly missing: string };

/** The package with the library, its headers, and the series whose builds are known. */
const PACKAGE = 'libxen-dev';
const SERIES = '4.17.';
const HEADER = '/usr/include/xenguest.h';

/** Looks for Debian 12's libxenguest, and for a compiler for the reader that calls it. */
export function findLibrary(): Library {
  const compiler = spawnSync('gcc', ['--version']);
  if (compiler.error) return { missing: 'gcc cannot be run: install gcc and libc6-dev.' };
  const status = spawnSync('dpkg', ['--status', PACKAGE], { encoding: 'utf8' }).stdout ?? '';
  const [, version = ''] = /^Version: (.+)$/m.exec(status) ?? [];
  if (!existsSync(HEADER) || version === '') return { missing: `${PACKAGE} is not installed.` };
  const release = /^\d+\.\d+\.\d+/.exec(version)?.[0] ?? '';
  if (release.startsWith(SERIES)) return { release };
  return { missing: `${PACKAGE} is ${version}, and Debian 12's ${SERIES}x is expected.` };
}
