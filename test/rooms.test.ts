import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';

/**
 * The rooms of `src`, the top floor first. A file imports from its own room and from the rooms on
 * the floors below: never from above, and never from beside.
 */
const FLOORS = [
  ['action.ts', 'cli.ts'],
  ['cli', 'github'],
  ['source-lines', 'demo'],
  ['report'],
  ['gate'],
  ['policy', 'artifacts'],
  ['files', 'glob'],
  ['contract'],
  ['xen'],
  ['rules'],
  ['programs'],
  ['kernel'],
  ['codecs'],
  ['bytes', 'today.ts', 'closed-streams.ts'],
  ['text', 'version.ts'],
];

const SOURCES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => posix.join('src', name.replaceAll('\\', '/')))
  .filter((path) => path.endsWith('.ts'));

test('every room has a floor, and every floor its rooms', () => {
  expect([...new Set(SOURCES.map(roomOf))].sort()).toEqual(FLOORS.flat().sort());
});

test.each(FLOORS.flat())('%s imports only from the floors below', (room) => {
  const above = SOURCES.filter((path) => roomOf(path) === room).flatMap((path) =>
    importsOf(path)
      .filter((target) => roomOf(target) !== room && floorOf(roomOf(target)) <= floorOf(room))
      .map((target) => `${path} imports ${target}`),
  );
  expect(above).toEqual([]);
});

/** The directory under `src` that a file is in; a file in no directory is a room of its own. */
function roomOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function floorOf(room: string): number {
  return FLOORS.findIndex((rooms) => rooms.includes(room));
}

/** The files under `src` that a file imports from, types among them. */
function importsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/(?:\bfrom |\bimport\()'(\.[^']+)'/g)]
    .map(([, target = '']) => posix.join(posix.dirname(path), target))
    .filter((target) => target.startsWith('src/'));
}
