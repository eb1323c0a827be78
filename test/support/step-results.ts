import { readFileSync } from 'node:fs';
import type { PublishedReport } from '../../src/contract/published.ts';
import {
  buildBzImage,
  lz4Stream,
  withSizeTrailer,
  xzStored,
  zstdStored,
} from './bzimage-builder.ts';
import { kernelWith, PV_NOTES, PVH_NOTE } from './kernels.ts';
import type { StepResult } from './runner.ts';

/** A kernel of `test/kernels`. */
export function readKernel(name: string): Uint8Array {
  return readFileSync(new URL(`../kernels/${name}`, import.meta.url));
}

const ELF = kernelWith([...PV_NOTES, PVH_NOTE]);

/** Small kernels for all boot paths, each with another codec, where it does not matter that it is real. */
export const XZ = buildBzImage({ payload: withSizeTrailer(xzStored(ELF), ELF.length) });
/** Of a dictionary of 128 MiB, for which liblzma needs more memory than some toolstacks give it. */
export const XZ_128 = buildBzImage({ payload: withSizeTrailer(xzStored(ELF, 30), ELF.length) });
export const ZSTD = buildBzImage({ payload: withSizeTrailer(zstdStored(ELF), ELF.length) });
export const LZ4 = buildBzImage({ payload: withSizeTrailer(lz4Stream(ELF), ELF.length) });

/** The annotations of a step: what the run's page shows. */
export function annotationsOf({ commands }: StepResult) {
  return commands.filter(({ name }) => ['error', 'warning', 'notice'].includes(name));
}

export function reportOf({ reportJson }: StepResult): PublishedReport {
  return JSON.parse(reportJson ?? 'null');
}
