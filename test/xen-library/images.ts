import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { INPUTS } from '../../fuzz/inputs/files.ts';
import { readVectors } from '../support/vectors.ts';
import { IMAGES } from '../xen-boot/images.ts';

/** Decompresses to more than the gate undertakes for one kernel: there is no verdict to compare. */
const WITHOUT_VERDICT = ['far-bzip2.img'];

export interface Image {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** Every image that the tests have, by the place that it comes from. */
export const COLLECTIONS: Readonly<Record<string, () => Image[]>> = {
  'test/vectors/domu': () => vectors('domu'),
  'test/vectors/domu-build': () => vectors('domu-build'),
  'test/vectors/libelf-wellformed': () => vectors('libelf-wellformed'),
  'test/vectors/libelf-malformed': () => vectors('libelf-malformed'),
  'test/vectors/libelf-layout': () => vectors('libelf-layout'),
  'test/kernels': () => files('test/kernels', /\.img$/),
  'test/cases': () => files('test/cases', /\.(img|elf)$/),
  'fuzz/inputs': generated,
  'test/xen-boot': () => Object.entries(IMAGES).map(([id, bytes]) => ({ id, bytes })),
};

function vectors(name: string): Image[] {
  return readVectors(name).map(({ id, image }) => ({ id, bytes: image }));
}

/** Of every kind of the fuzzer some, the same ones every time. */
const EACH_KIND = 60;
const SEED = Number(process.env.XEN_BOOT_GATE_SEED ?? 1);

function generated(): Image[] {
  return Object.entries(INPUTS).flatMap(([kind, inputs]) =>
    fc
      .sample(inputs, { seed: SEED, numRuns: EACH_KIND })
      .map(({ file }, index) => ({ id: `${kind} ${index} of seed ${SEED}`, bytes: file })),
  );
}

function files(directory: string, pattern: RegExp): Image[] {
  return readdirSync(directory)
    .filter((name) => pattern.test(name) && !WITHOUT_VERDICT.includes(name))
    .map((name) => ({ id: name, bytes: readFileSync(`${directory}/${name}`) }));
}
