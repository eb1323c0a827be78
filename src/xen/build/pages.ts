/** Bytes of a page. */
export const PAGE = 4096n;

/** Addresses and page numbers of the toolstack are 64-bit and wrap. */
export function wrap(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

/** How many pages `size` bytes take. */
export function pagesOf(size: bigint): bigint {
  return wrap(size + PAGE - 1n) / PAGE;
}
