import type { Codec } from '../../src/codecs/codec.ts';
import type { Command } from '../measure.ts';
import type { Row } from '../measurements.ts';

/** What is asked of a part, and where it reports. */
export interface Run {
  readonly runs: number;
  /** Compressions to measure. */
  readonly codecs: readonly Codec[];
  /** Numbers of kernels to measure. */
  readonly counts: readonly number[];
  readonly add: (row: Row) => void;
  readonly skip: (what: string, why: string) => void;
}

export const CLI = 'dist/cli/index.js';

const ALL_BOOT_PATHS = 'pv-dom0,pvh-dom0,pv-domu,pvh-domu';

/** A run of the gate. No kernel boots everywhere: a gate that fails is an answer, too. */
export function check(...args: readonly string[]): Command {
  return { argv: [process.execPath, CLI, 'check', ...args], exitCodes: [0, 1] };
}

export function checkOne(path: string): Command {
  return check('--xen', '4.20', '--boot', 'pv-domu', path);
}

export function checkAllPaths(xen: string, path: string): Command {
  return check('--xen', xen, '--boot', ALL_BOOT_PATHS, path);
}

export function byHand(path: string): Command {
  return { argv: ['sh', 'bench/by-hand.sh', path] };
}
