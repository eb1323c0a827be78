import { MOST_MEMORY } from './machine.ts';

const MIB = 2 ** 20;

/**
 * The least memory with which a kernel loads, in bytes and whole MiB; `null` where none helps.
 *
 * @param loads whether it does with so many bytes; what loads with some also loads with more.
 * @param likely with which it may well load, in bytes: the search starts there.
 */
export function leastMemory(loads: (memory: number) => boolean, likely: number): number | null {
  let enough = Math.ceil(likely / MIB);
  while (!loads(enough * MIB)) {
    if (enough * MIB >= MOST_MEMORY) return null;
    enough = Math.min(2 * enough, MOST_MEMORY / MIB);
  }
  let tooLittle = 0;
  while (enough - tooLittle > 1) {
    const middle = Math.floor((tooLittle + enough) / 2);
    if (loads(middle * MIB)) enough = middle;
    else tooLittle = middle;
  }
  return enough * MIB;
}
