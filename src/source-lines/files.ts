import { type Dirent, lstatSync, opendirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { IGNORED_DIRECTORIES } from '../artifacts/ignored.ts';
import { isShowable } from '../report/escape.ts';
import { isDirectoryOfOther } from './architecture.ts';
import type { Clue } from './clues.ts';

/** How much of a repository is looked at: a Linux tree as far as it matters, in a second or two. */
const LIMITS = {
  /** Files and directories that are listed. */
  entries: 50_000,
  /** Directories that may be the root of a kernel's sources. */
  bases: 1_000,
  /** Files that are read. */
  files: 4_000,
  /** What is read in all, and of one file, in bytes; a larger file is passed over. */
  bytes: 32 * 1024 * 1024,
  fileBytes: 2 * 1024 * 1024,
} as const;

/** A text file of the workspace. */
export interface SourceFile {
  /** Relative to the workspace, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Where kernels emit their Xen notes, and what else is known by its path. */
const KNOWN_PLACES: readonly string[] = [
  'arch/x86/xen/xen-head.S', // Linux
  'arch/x86/platform/pvh/head.S', // Linux
  'scripts/xz_wrap.sh', // Linux
  'sys/amd64/amd64/xen-locore.S', // FreeBSD
  'sys/arch/amd64/amd64/locore.S', // NetBSD
  'sys/arch/i386/i386/locore.S', // NetBSD
  'arch/x86/x86_64.S', // Mini-OS
  'plat/xen/x86/entry64.S', // Unikraft
  'bindings/xen/boot.S', // Solo5
  'arch/x86/hvm/head.S', // XTF
  'arch/x86/pv/head.S', // XTF
];

/** What a file may hold, by its name. */
const NAMES = {
  assembler: /\.(?:S|s|asm)$/,
  c: /\.[ch]$/,
  config: /config$|(?:^|[./-])config[.-]|\.(?:cfg|fragment)$|^(?:annotations|kernel-local)$/i,
  build: /^(?:Makefile|PKGBUILD)|\.(?:mk|sh|ya?ml|toml|nix)$/,
} as const;

type Kind = keyof typeof NAMES;

/** Named as a configuration is: what options there are, and sources. */
const NO_CONFIG = /^Kconfig|\.[ch]$/;

/** In which files a clue can be. */
const KINDS = {
  note: ['assembler', 'c'],
  text: ['assembler'],
  option: ['config', 'build'],
} satisfies Record<Clue['kind'], readonly Kind[]>;

/** Directories of Linux whose configurations are for its tests and examples. */
const TESTS = /(?:^|\/)(?:tools\/testing|Documentation)$/;

/** Files of Linux that set a compression, or disable Xen, for kernels that do not boot on Xen. */
const BESIDE_XEN = /(?:^|\/)configs\/(?:tiny|tiny-base|nopm)\.config$/;

/** What Linux keeps of the configuration before the one of the build. */
const OUTDATED = /(?:^|\/)\.config\.old$/;

/** Whether a file can hold a clue. */
export function mayHold(path: string, clue: Clue): boolean {
  if (BESIDE_XEN.test(path) || OUTDATED.test(path)) return false;
  if (clue.kind === 'text' && clue.file !== undefined) return `/${path}`.endsWith(`/${clue.file}`);
  const name = path.slice(path.lastIndexOf('/') + 1);
  return KINDS[clue.kind].some((kind) => isOfKind(name, kind));
}

function isOfKind(name: string, kind: Kind): boolean {
  return NAMES[kind].test(name) && (kind !== 'config' || !NO_CONFIG.test(name));
}

/**
 * The files of a workspace that can hold any of some clues, in groups, the most likely first. The
 * groups are: known places in the workspace or up to two directories below it; configurations;
 * build files and assembler sources; C sources, which are most. Links are not followed.
 */
export function sourcePaths(workspace: string, clues: readonly Clue[]): string[][] {
  if (clues.length === 0) return [];
  const entries = listEntries(workspace);
  const holds = (path: string) => clues.some((clue) => mayHold(path, clue));
  const shallow = entries.filter(isShallowDirectory).slice(0, LIMITS.bases);
  const bases = ['', ...shallow.map(({ path }) => `${path}/`)];
  const known = bases.flatMap((base) => KNOWN_PLACES.map((place) => base + place)).filter(holds);
  const groups: string[][] = [known, [], [], []];
  const isKnown = new Set(known);
  for (const { path, entry } of entries) {
    if (entry.isFile() && holds(path) && !isKnown.has(path)) groups[groupOf(path)]?.push(path);
  }
  return groups;
}

/** How much of them is read. */
export function readingLimits(): Left {
  const { files, bytes } = LIMITS;
  return { files, bytes };
}

interface Entry {
  readonly path: string;
  readonly entry: Dirent;
}

/** Everything in a workspace, the nearest first, up to a limit. */
function listEntries(workspace: string): Entry[] {
  const entries: Entry[] = [];
  const pending = [''];
  for (const directory of pending) {
    const most = LIMITS.entries - entries.length;
    if (most === 0) break;
    for (const entry of listDirectory(join(workspace, directory), most)) {
      const path = directory === '' ? entry.name : `${directory}/${entry.name}`;
      entries.push({ path, entry });
      if (!entry.isDirectory() || IGNORED_DIRECTORIES.includes(entry.name)) continue;
      if (!isDirectoryOfOther(path) && !TESTS.test(path)) pending.push(path);
    }
  }
  return entries;
}

/** No more than `most` of the entries of a directory, by name; none where it cannot be read. */
export function listDirectory(path: string, most: number): Dirent[] {
  const entries: Dirent[] = [];
  try {
    const directory = opendirSync(path);
    try {
      while (entries.length < most) {
        const entry = directory.readSync();
        if (entry === null) break;
        entries.push(entry);
      }
    } finally {
      directory.closeSync();
    }
  } catch {
    return [];
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isShallowDirectory({ path, entry }: Entry): boolean {
  return entry.isDirectory() && path.split('/').length <= 2;
}

function groupOf(path: string): number {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (isOfKind(name, 'config')) return 1;
  return isOfKind(name, 'c') ? 3 : 2;
}

/** How much may still be read; reading takes from it. */
export interface Left {
  files: number;
  bytes: number;
}

/** A file's text; `null` for none, for one that is too large, and for one outside. */
export function readInside(workspace: string, path: string, left: Left): string | null {
  // A log cannot show such a name unchanged.
  if (!isShowable(path) || left.files === 0) return null;
  try {
    const full = join(workspace, path);
    const status = lstatSync(full);
    if (!status.isFile() || status.size > Math.min(LIMITS.fileBytes, left.bytes)) return null;
    if (realpathSync(full) !== join(realpathSync(workspace), path)) return null;
    left.files--;
    left.bytes -= status.size;
    return readFileSync(full, 'utf8');
  } catch {
    return null;
  }
}
