import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { findNodes } from '../../fuzz/nodes.ts';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { readBzImage } from '../../src/kernel/bzimage.ts';
import { readVectors } from '../support/vectors.ts';

/** Compiled for it alone: a build, or a fuzzer, may run at the same time. */
const PLACE = '.cache/two-nodes';

it('two Nodes give the same report of images with payloads', async (context) => {
  const nodes = findNodes();
  if (nodes.length < 2) {
    console.log(`Nodes were not compared: there is only ${nodes[0]?.version}. "npm ci" brings 24.`);
    context.skip();
  }
  rmSync(PLACE, { recursive: true, force: true });
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'fuzz', '--outDir', PLACE];
  execFileSync(process.execPath, tsc, { stdio: 'inherit' });
  const files = images();
  const [one, other] = await Promise.all(
    nodes.map(async ({ path }) => {
      const { stdout } = await promisify(execFile)(path, [`${PLACE}/fuzz/digest.js`, ...files]);
      return stdout.split('\n');
    }),
  );
  expect(one).toEqual(other);
  expect(one).toHaveLength(files.length + 1);
});

/**
 * Payloads are where Nodes differ: each has its own zlib and its own WebAssembly. Half of the vectors
 * have every codec and fault; `.ci/run` holds both Nodes against all recordings.
 */
function images(): string[] {
  const place = `${PLACE}-images`;
  mkdirSync(place, { recursive: true });
  const bzImages = readVectors<unknown>('domu').filter(({ image }) =>
    readBzImage(bytesSource(image)),
  );
  const half = bzImages.filter((_, index) => index % 2 === 0);
  const vectors = half.map(({ image }, index) => {
    const path = `${place}/${index}`;
    writeFileSync(path, image);
    return path;
  });
  const collected = ['test/cases', 'test/fuzz-corpus'].flatMap((directory) =>
    readdirSync(directory)
      .filter((name) => /\.(img|elf)$/.test(name) && name !== 'far-bzip2.img')
      .map((name) => `${directory}/${name}`),
  );
  return [...vectors, ...collected];
}
