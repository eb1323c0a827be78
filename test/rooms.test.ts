import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawing, list } from '../scripts/house/drawing.js';
import {
  arrows,
  floorOf,
  importsOf,
  ROOMS,
  reduced,
  roomOf,
  SOURCES,
} from '../scripts/house/rooms.js';

test('every room has a floor, and every floor its rooms', () => {
  expect([...new Set(SOURCES.map(roomOf))].sort()).toEqual([...ROOMS].sort());
});

test.each(ROOMS)('%s imports only from the floors below', (room) => {
  const above = SOURCES.filter((path) => roomOf(path) === room).flatMap((path) =>
    importsOf(path)
      .filter((target) => roomOf(target) !== room && floorOf(roomOf(target)) <= floorOf(room))
      .map((target) => `${path} imports ${target}`),
  );
  expect(above).toEqual([]);
});

test('the drawing leaves out what other arrows imply, and nothing else', () => {
  const all = new Map([
    ['roof', new Set(['floor', 'cellar', 'shed'])],
    ['floor', new Set(['cellar'])],
    ['cellar', new Set<string>()],
    ['shed', new Set(['cellar'])],
  ]);
  expect(reduced(all)).toEqual([
    ['roof', 'floor'],
    ['roof', 'shed'],
    ['floor', 'cellar'],
    ['shed', 'cellar'],
  ]);
  expect(reduced(arrows()).length).toBeLessThan(3 * ROOMS.length);
});

test('CONTRIBUTING has the house as it is (`npm run docs` draws it)', () => {
  const text = readFileSync('CONTRIBUTING.md', 'utf8');
  expect(text).toContain(list());
  expect(text).toContain(drawing());
});

test('the walk through CONTRIBUTING meets each room of the Action once', () => {
  const [, rest = ''] = readFileSync('CONTRIBUTING.md', 'utf8').split('meets each room once:');
  const [, walk = ''] = rest.split('\n\n');
  const met = [...walk.matchAll(/`([a-z-]+(?:\/[a-z]*|\.ts))`/g)].map(([, room = '']) => room);
  const subrooms = ['github/step', 'github/policy', 'github/publish'];
  const others = ['cli', 'cli.ts', 'demo', 'github', 'library.ts'];
  const rooms = ROOMS.filter((room) => !others.includes(room));
  const expected = [...rooms.map((room) => (room.includes('.') ? room : `${room}/`)), ...subrooms];
  expect(met.sort()).toEqual(expected.sort());
});
