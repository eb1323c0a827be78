import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discover, type Inputs } from '../../src/artifacts/discover.ts';
import { buildBzImage } from '../support/bzimage-builder.ts';
import { kernelWith, PV_NOTES } from '../support/kernels.ts';

const ELF_KERNEL = kernelWith(PV_NOTES);
const FILES = {
  bzimage: buildBzImage({ payload: Uint8Array.of(1, 2, 3) }),
  elf: ELF_KERNEL,
  gzip: gzipSync(ELF_KERNEL),
  text: Buffer.from('no kernel'),
};
const KERNELS = ['bzimage', 'elf', 'gzip'];

/** One thing in a tree; names are Latin-1, and those with `é` are not UTF-8 as bytes. */
interface Thing {
  readonly path: string;
  readonly kind: keyof typeof FILES | 'fifo' | 'link';
  /** Of a link. */
  readonly target: string;
}

const name = fc.constantFrom('a', 'b', 'vm*x', 'k[1]', '{a,b}', 'caf\xe9', '.git', 'node_modules');
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
const thing: fc.Arbitrary<Thing> = fc.record({
  path,
  kind: fc.constantFrom('bzimage', 'elf', 'gzip', 'text', 'fifo', 'link', 'link'),
  target: fc.oneof(path, fc.constantFrom('.', '..', '../..', 'loop', '/dev/null', '/etc', 'gone')),
});

/** Makes what can be made of a tree: what is in the place of something else is left out. */
function plant(root: string, things: readonly Thing[]): Thing[] {
  // Links last: a file behind a link would have another path than it was given.
  const inOrder = [...things].sort((a, b) => Number(a.kind === 'link') - Number(b.kind === 'link'));
  const planted = inOrder.filter(({ path, kind, target }) => {
    const at = Buffer.from(join(root, path), 'latin1');
    try {
      mkdirSync(at.subarray(0, at.lastIndexOf('/')), { recursive: true });
      if (kind === 'link') symlinkSync(Buffer.from(target, 'latin1'), at);
      else writeFileSync(at, kind === 'fifo' ? '' : FILES[kind], { flag: 'wx' });
      return true;
    } catch {
      return false;
    }
  });
  const fifos = planted.filter(({ kind }) => kind === 'fifo').map(({ path }) => join(root, path));
  for (const fifo of fifos) rmSync(Buffer.from(fifo, 'latin1'));
  if (fifos.length > 0) execFileSync('sh', ['-c', MKFIFO, ...fifos.map(octal)]);
  return planted;
}

/** No argument of a process can be other than UTF-8. */
const MKFIFO = 'for path in "$0" "$@"; do mkfifo "$(printf "%b" "$path")"; done';

function octal(path: string): string {
  return [...path].map((char) => `\\0${char.charCodeAt(0).toString(8)}`).join('');
}

/** What is found from a tree's root, with names as they can be shown. */
async function findFrom(root: string, ...patterns: readonly string[]): Promise<Inputs> {
  return discover(patterns.map((pattern) => (pattern === '' ? root : `${root}/${pattern}`)));
}

function shown(root: string, path: string): string {
  return Buffer.from(join(root, path), 'latin1').toString();
}

/** A pattern that names a path and no longer is the path: its last character stands in a set. */
function spelled(path: string): string {
  const plain = path.replace(/[*?[{]/g, '[$&]');
  return plain.endsWith(']') ? plain : plain.replace(/.$/, '[$&]');
}

async function withTree(
  things: readonly Thing[],
  check: (root: string, planted: readonly Thing[]) => Promise<void>,
): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'xen-boot-gate-'));
  try {
    await check(root, plant(root, things));
  } finally {
    rmSync(root, { recursive: true });
  }
}

const trees = fc.array(thing, { minLength: 1, maxLength: 12 });

describe('in any tree', () => {
  it('every kernel is found, or named as passed over, or a problem', async () => {
    await fc.assert(
      fc.asyncProperty(trees, async (things) =>
        withTree(things, async (root, planted) => {
          for (const pattern of ['', '**']) {
            const { files, problems, skipped } = await findFrom(root, pattern);
            for (const { path, kind } of planted) {
              if (!KERNELS.includes(kind)) continue;
              const own = shown(root, path);
              const passed = skipped.some((one) => `${own}/`.startsWith(`${one.path}/`));
              const reported = files.includes(own) || problems.some((one) => one.path === own);
              expect([path, reported || passed]).toEqual([path, true]);
            }
          }
        }),
      ),
      { numRuns: 20 },
    );
  });

  it('a pattern reports what a walk reports, and finds each file that it names', async () => {
    await fc.assert(
      fc.asyncProperty(trees, async (things) =>
        withTree(things, async (root, planted) => {
          const walked = await findFrom(root, '');
          const matched = await findFrom(root, '**');
          const ways = ({ skipped }: Inputs) =>
            skipped.filter(({ reason }) => /^(?:link-|special|ignored)/.test(reason));
          expect(ways(matched)).toEqual(ways(walked));
          expect(matched.files).toEqual(expect.arrayContaining([...walked.files]));
          for (const { path, kind } of planted) {
            if (kind === 'fifo' || kind === 'link' || path.includes('\xe9')) continue;
            const found = await findFrom(root, spelled(path));
            expect(found).toMatchObject({ files: [shown(root, path)], unmatched: [] });
          }
        }),
      ),
      { numRuns: 20 },
    );
  });
});
