import { parseSize } from '../text/size.ts';
import { MOST_MEMORY } from './machine.ts';

const MIB = 2 ** 20;

/** The memory of a domain, in bytes, or what is wrong with it, as a clause. */
export type ReadMemory = { readonly bytes: number } | { readonly fault: string };

/** Reads the memory of a domain as users write it, `256MiB`: a whole number of MiB, as `xl` counts. */
export function readMemory(text: string): ReadMemory {
  const bytes = parseSize(text);
  if (bytes === null || /^\d+$/.test(text)) return { fault: `write ${nearestSize(text)}` };
  if (bytes === 0) return { fault: 'the least memory is 1MiB' };
  if (bytes % MIB !== 0) return { fault: 'it is not a whole number of MiB' };
  if (bytes > MOST_MEMORY) return { fault: `the most memory is ${MOST_MEMORY / 2 ** 30}GiB` };
  return { bytes };
}

/** `256MiB` for `256`, `256M`, `256 MB` and the like; an example where that is no size of memory. */
function nearestSize(text: string): string {
  const [, digits, unit = 'M'] = /^(\d{1,9}) ?(?:([KMG])i?B?)?$/i.exec(text) ?? [];
  const nearest = `${digits}${unit.toUpperCase()}iB`;
  const isMeant = digits !== undefined && 'bytes' in readMemory(nearest);
  return isMeant ? nearest : 'a size such as 256MiB or 4GiB';
}
