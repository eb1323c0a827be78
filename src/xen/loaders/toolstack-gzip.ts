import type { Contents } from '../../kernel/kernel.ts';
import { MAX_DECOMPRESSED } from '../../kernel/payload/decompress.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import { NO_LOADER, TOO_LARGE } from './toolstack-says.ts';

/** `XC_DOM_DECOMPRESS_MAX`, in bytes. */
export const MAX_SIZE = MAX_DECOMPRESSED;

/** `xc_dom_check_gzip` adds this to the declared size, in bytes. */
export const GZIP_SLACK = 16;

/** A file of fewer bytes is no gzip to `xc_dom_check_gzip`. */
export const LEAST_GZIP = 6;

/** Whether gzip is undone, into as much memory as is declared and a little: inflate wants room for all. */
export function fitsGzip(declared: number, size: number, has: Has): boolean {
  return saysToLeaveGzip(declared, has) === null && declared + GZIP_SLACK >= size;
}

/**
 * The message if gzip is not decompressed because of its declared size: the size is implausible or,
 * since XSA-25, exceeds the limit with the additional bytes. Then no loader recognises the file.
 */
export function saysToLeaveGzip(declared: number, has: Has): string | null {
  if (declared > MAX_SIZE) return NO_LOADER;
  const fits = declared + GZIP_SLACK <= MAX_SIZE || !has('domu-limits-size');
  return fits ? null : `${TOO_LARGE}\n${NO_LOADER}`;
}

/**
 * `Z_BUF_ERROR` (-5) where the output is full, or the input at its end, before anything wrong is met;
 * `Z_DATA_ERROR` (-3) otherwise.
 */
export function inflateFailed({ fault, content }: Inflated, declared: number): string {
  const isFull = content.size > declared + GZIP_SLACK;
  const isWrong = fault !== null && fault.kind !== 'truncated' && fault.kind !== 'too-large';
  return `xc_dom_do_gunzip: inflate failed (rc=${isWrong && !isFull ? -3 : -5})`;
}

type Inflated = Pick<Contents, 'fault' | 'content'>;
