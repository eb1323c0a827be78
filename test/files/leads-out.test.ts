import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { isPlain, isWrittenInside, leadsOut } from '../../src/files/leads-out.ts';

const root = mkdtempSync(join(tmpdir(), 'leads-out-'));
afterAll(() => rmSync(root, { recursive: true }));

const WORK = join(root, 'work');
const here = (path: string) => join(WORK, path);

for (const directory of ['work/a', 'work-2', 'other/deep']) {
  mkdirSync(join(root, directory), { recursive: true });
  writeFileSync(join(root, directory, 'file'), '');
}
symlinkSync('a', here('in'));
symlinkSync('../other/deep', here('out'));
symlinkSync('nowhere', here('dangling'));
symlinkSync('../nowhere', here('dangling-out'));
symlinkSync('work', join(root, 'alias'));

/** Whether a path leads out, whether it is written inside, and whether it meets no link. */
const CASES: readonly (readonly [path: string, out: boolean, written: boolean, plain: boolean])[] =
  [
    ['a/file', false, true, true],
    ['a/gone/file', false, true, true],
    ['in/file', false, true, false],
    ['in/gone', false, true, false],
    ['out', true, true, false],
    ['out/file', true, true, false],
    ['out/gone', true, true, false],
    ['dangling', false, true, true],
    ['a/../a/file', false, true, true],
    ['..', true, false, true],
    ['../work-2/file', true, false, true],
    ['../other/deep/file', true, false, true],
    ['../gone', true, false, true],
    ['/', true, false, true],
    ['/proc/self/fd/0', true, false, false],
  ];

describe.each(CASES)('%s', (path, out, written, plain) => {
  const full = path.startsWith('/') ? path : `${WORK}/${path}`;

  it(out ? 'leads out' : 'stays inside', () => {
    expect(leadsOut(full, WORK)).toBe(out);
    expect(leadsOut(full, join(root, 'alias'))).toBe(out);
  });

  it(written ? 'is written inside' : 'is written outside', () => {
    expect(isWrittenInside(full, WORK)).toBe(written);
    expect(isWrittenInside(full, join(root, 'alias'))).toBe(written);
  });

  it(plain ? 'meets no link' : 'meets a link', () => {
    expect(isPlain(full, WORK)).toBe(plain);
  });
});

describe('a directory', () => {
  it('does not lead out of itself, nor is it written inside of itself', () => {
    expect(leadsOut(WORK, WORK)).toBe(false);
    expect(leadsOut(join(root, 'alias'), WORK)).toBe(false);
    expect(isWrittenInside(WORK, WORK)).toBe(false);
    expect(isPlain(WORK, WORK)).toBe(true);
  });

  it('that is the root has everything inside', () => {
    expect(leadsOut(here('out/file'), '/')).toBe(false);
    expect(isWrittenInside(here('out/file'), '/')).toBe(true);
  });

  it('may be named from here', () => {
    const near = relative(process.cwd(), WORK);
    expect(leadsOut(join(near, 'a/file'), near)).toBe(false);
    expect(leadsOut(join(near, 'out/file'), near)).toBe(true);
    expect(isWrittenInside(join(near, 'out/file'), near)).toBe(true);
  });
});

it('`..` after a link is the directory above its target', () => {
  expect(leadsOut(`${WORK}/out/../../work/a/file`, WORK)).toBe(false);
  expect(leadsOut(`${WORK}/in/../../other`, WORK)).toBe(true);
});

it('what opens and has no path leads out', () => {
  writeFileSync(here('deleted'), '');
  const file = openSync(here('deleted'), 'r');
  onTestFinished(() => closeSync(file));
  rmSync(here('deleted'));
  symlinkSync(`/proc/self/fd/${file}`, here('opened'));
  expect(leadsOut(here('opened'), WORK)).toBe(true);
  expect(isPlain(here('opened'), WORK)).toBe(false);
});
