import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** So many lines of code that are the same in two places are one thing that has no name yet. */
const MOST = 12;

const ROOMS = ['src', 'scripts', 'prose', 'test/support', 'fuzz', 'bench'];

interface Line {
  readonly place: string;
  readonly text: string;
}

test(`no more than ${MOST} lines of code stand twice`, () => {
  const files = ROOMS.flatMap((room) => filesIn(room).map(codeOf));
  expect(files.length).toBeGreaterThan(300);
  expect(repeated(files)).toEqual([]);
});

test('a copy is found, whatever stands around it', () => {
  const lines = (name: string, first: number, count: number) =>
    Array.from({ length: count }, (_, i) => ({ place: `${name}:${i}`, text: `${first + i}();` }));
  const [short, long] = [lines('a', 0, MOST), lines('b', 100, MOST + 1)];
  const copies = [...lines('c', 50, 3), ...lines('d', 0, MOST), ...lines('e', 100, MOST + 1)];
  expect(repeated([short, long, copies])).toEqual(['e:0 is b:0']);
});

function filesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|js)$/.test(name))
    .map((name) => join(directory, name));
}

/** The lines of a file that say something: the formatter leaves no other way to write them. */
function codeOf(path: string): Line[] {
  const text = readFileSync(path, 'utf8').replace(/^import [^;]*;$/gm, (found) =>
    found.replace(/[^\n]/g, ''),
  );
  return text
    .split('\n')
    .map((line, i) => ({ place: `${path}:${i + 1}`, text: line.trim() }))
    .filter((line) => line.text !== '' && !/^(\/\*|\*|\/\/)/.test(line.text));
}

/** Where a stretch of more than `MOST` lines begins that stood before, and where. */
function repeated(files: readonly (readonly Line[])[]): string[] {
  const known = new Map<string, string>();
  const found: string[] = [];
  for (const lines of files) {
    for (let at = 0; at + MOST < lines.length; at++) {
      const stretch = lines.slice(at, at + MOST + 1);
      const key = stretch.map(({ text }) => text).join('\n');
      const [first, here] = [known.get(key), stretch[0]?.place ?? ''];
      if (first === undefined) known.set(key, here);
      else {
        found.push(`${here} is ${first}`);
        at += MOST;
      }
    }
  }
  return found;
}
