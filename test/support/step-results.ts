import { readFileSync } from 'node:fs';
import type { PublishedReport } from '../../src/contract/published.ts';
import type { StepResult } from './runner.ts';

/** A kernel of `test/kernels`. */
export function readKernel(name: string): Uint8Array {
  return readFileSync(new URL(`../kernels/${name}`, import.meta.url));
}

/** Slimmed Debian kernels: real headers and notes, and each another codec. */
export const XZ = readKernel('vmlinuz-6.1.0-50-amd64.img');
export const ZSTD = readKernel('vmlinuz-6.12.94+deb13-amd64.img');
export const LZ4 = readKernel('vmlinuz-6.1.0-50-cloud-amd64.img');

/** The annotations of a step: what the run's page shows. */
export function annotationsOf({ commands }: StepResult) {
  return commands.filter(({ name }) => ['error', 'warning', 'notice'].includes(name));
}

export function reportOf({ reportJson }: StepResult): PublishedReport {
  return JSON.parse(reportJson ?? 'null');
}
