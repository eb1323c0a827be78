import { cpus, loadavg, release, type } from 'node:os';
import type { Machine } from './measurements.ts';

/** This machine, without its name. */
export function thisMachine(): Machine {
  const all = cpus();
  return {
    cpu: all[0]?.model ?? 'unknown processor',
    cores: all.length,
    node: process.version,
    system: `${type()} ${release()}`,
    load: loadavg()[0] ?? 0,
  };
}
