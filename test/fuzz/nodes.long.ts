import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { findNodes } from '../../fuzz/nodes.ts';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { openKernel } from '../../src/kernel/open.ts';
import { streamsOf } from '../../src/kernel/streams.ts';
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
  const files = await images();
  const [one, other] = await Promise.all(
    nodes.map(async ({ path }) => {
      const { stdout } = await promisify(execFile)(path, [`${PLACE}/fuzz/digest.js`, ...files]);
      return stdout.split('\n');
    }),
  );
  expect(one).toEqual(other);
  expect(one).toHaveLength(files.length + 1);
});

/** Of each codec and fault. */
const MOST_ALIKE = 2;

/**
 * Payloads are where Nodes differ: each has its own zlib and its own WebAssembly. `.ci/run` holds both
 * Nodes against all recordings.
 */
async function images(): Promise<string[]> {
  const place = `${PLACE}-images`;
  mkdirSync(place, { recursive: true });
  const counts = new Map<string, number>();
  const some: Uint8Array[] = [];
  for (const { image } of readVectors<unknown>('domu')) {
    const kernel = await openKernel(bytesSource(image));
    if (kernel.format !== 'bzimage') continue;
    const [stream] = streamsOf(kernel);
    const kind = `${stream?.codec} ${stream?.fault?.kind}`;
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    if (count < MOST_ALIKE) some.push(image);
  }
  const vectors = some.map((image, index) => {
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
