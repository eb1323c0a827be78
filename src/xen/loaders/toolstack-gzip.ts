import type { Fault } from '../../kernel/kernel.ts';

/** `XC_DOM_DECOMPRESS_MAX`, in bytes. */
export const MAX_SIZE = 1024 * 1024 * 1024;

/** `xc_dom_check_gzip` adds this to the declared size, in bytes. */
export const GZIP_SLACK = 16;

/** Whether gzip is undone, into as much memory as is declared and a little: inflate wants room for all. */
export function fitsGzip(declared: number, size: number): boolean {
  return declared <= MAX_SIZE && declared + GZIP_SLACK >= size;
}

/** `Z_DATA_ERROR`, or `Z_BUF_ERROR` where the input or the output is too short. */
export function inflateFailed(fault: Fault | null): string {
  return `xc_dom_do_gunzip: inflate failed (rc=${fault?.kind === 'corrupt' ? -3 : -5})`;
}
