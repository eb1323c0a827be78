// The rooms of `src`, and which of them import from which.
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/**
 * The floors of the house, the top one first: the rooms on each, and what is in them. A file imports
 * from its own room and from the rooms on the floors below: never from above, and never from beside.
 */
export const FLOORS = [
  {
    'action.ts': 'the entry of the Action: inputs → gate → outputs, annotations, summary',
    'cli.ts': 'the entry of the command line',
    'library.ts': 'the entry of the library: what `import` gives',
  },
  {
    cli: 'the commands and their options',
    github: 'step/ inputs; policy/ where it comes from; publish/ annotations, summary, …; api/',
  },
  {
    'source-lines': 'the line in the sources that causes a finding',
    demo: 'the bundled sample',
    threads: 'checking on worker threads',
  },
  { report: 'text/, markdown/, sarif/, html/ the page, JSON: pure functions of one report' },
  { gate: 'artifacts × targets → verdicts × policy → decision; the baseline' },
  {
    policy: 'the policy file: read, checked, applied',
    artifacts: 'finding kernels: a name, and how to open it',
  },
  { files: 'the file system', glob: 'patterns for its paths' },
  { contract: 'the report that rooms share and users parse' },
  {
    xen: 'what Xen does: libelf/ in every release, loaders/ for each boot path, build/ placing a guest, start/ what happens after',
  },
  { grub: 'what GRUB does inside a guest: files/ and their filters, pv/ and pvh/ its loaders' },
  {
    rules: 'one small file for each way to fail',
    'xen-binary': 'reading a hypervisor or a toolstack library: its version, and what was built in',
  },
  {
    programs: 'what is known of Xen and GRUB: releases, support, facts/ with their dates, targets',
  },
  { kernel: 'opening a kernel: a union by format; bzImage, ELF, payload/' },
  { codecs: 'gzip, bzip2, lzma, xz, lzo, lz4, zstd' },
  { bytes: 'random access to bytes', process: 'the output streams and the clock of a process' },
  { text: 'plural, wrap, clip, suggest, size', 'version.ts': 'the version and its first day' },
];

export const ROOMS = FLOORS.flatMap(Object.keys);

/** Every TypeScript file of `src`, relative to the repository. */
export const SOURCES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => posix.join('src', name.replaceAll('\\', '/')))
  .filter((path) => path.endsWith('.ts'));

/**
 * The directory under `src` that a file is in; a file in no directory is a room of its own.
 *
 * @param {string} path
 */
export function roomOf(path) {
  return path.split('/')[1] ?? '';
}

/**
 * The number of a room's floor, from the top.
 *
 * @param {string} room
 */
export function floorOf(room) {
  return FLOORS.findIndex((rooms) => room in rooms);
}

/**
 * The files under `src` that a file imports from, types among them.
 *
 * @param {string} path
 */
export function importsOf(path) {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/(?:\bfrom |\bimport\()'(\.[^']+)'/g)]
    .map(([, target = '']) => posix.join(posix.dirname(path), target))
    .filter((target) => target.startsWith('src/'));
}

/**
 * The rooms that each room imports from.
 *
 * @returns {Map<string, Set<string>>}
 */
export function arrows() {
  const all = new Map(ROOMS.map((room) => [room, new Set()]));
  for (const path of SOURCES) {
    const room = roomOf(path);
    for (const target of importsOf(path)) {
      if (roomOf(target) !== room) all.get(room)?.add(roomOf(target));
    }
  }
  return all;
}

/**
 * The same without those that others imply: where a way of two or more arrows leads to a room as well.
 *
 * @param {Map<string, Set<string>>} all
 * @returns {[from: string, to: string][]}
 */
export function reduced(all) {
  return [...all].flatMap(([from, targets]) => {
    const around = new Set([...targets].flatMap((target) => [...reachable(target, all)]));
    return [...targets].filter((to) => !around.has(to)).map((to) => [from, to]);
  });
}

/**
 * Every room that can be reached from a room, without itself.
 *
 * @param {string} room
 * @param {Map<string, Set<string>>} all
 * @returns {Set<string>}
 */
function reachable(room, all) {
  const found = new Set(all.get(room));
  for (const next of found) for (const target of all.get(next) ?? []) found.add(target);
  return found;
}
