import { viewOf } from '../bytes/view.ts';
import type { PayloadFault } from './codec.ts';
import { type Cursor, NO_INTEGER, readInteger } from './xz-integer.ts';

/** What is wrong with a header. */
export interface HeaderFault {
  readonly fault: PayloadFault;
  readonly detail: string;
}

/** How the contents of a block were encoded: LZMA2, and the x86 filter before it or none. */
export interface FilterChain {
  /** The dictionary that LZMA2 asks for, in bytes. */
  readonly dictionary: number;
  /** The address that the x86 filter starts from; `null` without that filter. */
  readonly x86Start: number | null;
  /** Whether the header says so, even if it is 0. */
  readonly hasFilterStart: boolean;
}

const X86 = 0x04;
const LZMA2 = 0x21;

/** The filters by their IDs (The .xz File Format, section 5.3). */
const FILTER_NAMES: ReadonlyMap<number, string> = new Map([
  [0x03, 'Delta'],
  [X86, 'x86'],
  [0x05, 'PowerPC'],
  [0x06, 'IA-64'],
  [0x07, 'ARM'],
  [0x08, 'ARM-Thumb'],
  [0x09, 'SPARC'],
  [0x0a, 'ARM64'],
  [0x0b, 'RISC-V'],
  [LZMA2, 'LZMA2'],
]);

/**
 * Reads the `count` filters of a block header (section 3.1.5). Only `LZMA2` and `x86, LZMA2` are
 * supported, the chains that Linux and the package formats use.
 */
export function readFilters(at: Cursor, count: number): FilterChain | HeaderFault {
  let x86Start: number | null = null;
  let hasFilterStart = false;
  // The last filter ends the loop: it is LZMA2, or the chain is not supported.
  for (let i = 0; ; i++) {
    const last = i === count - 1;
    const id = readInteger(at);
    const size = readInteger(at);
    if (id === NO_INTEGER || size === NO_INTEGER || size > at.end - at.pos) {
      return { fault: 'corrupt', detail: 'a block header ends inside a filter' };
    }
    const properties = at.bytes.subarray(at.pos, at.pos + size);
    at.pos += size;
    if (id === LZMA2 && last) return lzma2(properties, { x86Start, hasFilterStart });
    if (id === X86 && i === 0 && !last && (size === 0 || size === 4)) {
      hasFilterStart = size > 0;
      x86Start = hasFilterStart ? uint32(properties) : 0;
      continue;
    }
    const name = FILTER_NAMES.get(id) ?? `0x${id.toString(16)}`;
    return { fault: 'unsupported', detail: `filter ${name} as number ${i + 1} of ${count}` };
  }
}

/** One byte: sizes of 2^n and 2^n + 2^(n-1), from 4 KiB on (section 5.3.1). */
function lzma2(
  properties: Uint8Array,
  x86: Pick<FilterChain, 'x86Start' | 'hasFilterStart'>,
): FilterChain | HeaderFault {
  const [byte] = properties;
  if (properties.length !== 1 || byte === undefined || byte > 40) {
    return { fault: 'corrupt', detail: 'the properties of filter LZMA2 are not sound' };
  }
  const dictionary =
    byte === 40 ? 2 ** 32 - 1 : (2 + (byte % 2)) * 2 ** (Math.floor(byte / 2) + 11);
  return { dictionary, ...x86 };
}

function uint32(bytes: Uint8Array): number {
  return viewOf(bytes).getUint32(0, true);
}
