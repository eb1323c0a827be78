import { OTHER_FORMATS, type OtherFormatId } from '../kernel/other-formats.ts';
import { nameSome, quote } from '../text/quote.ts';

/** An archive that was looked into. */
export interface Opened {
  readonly path: string;
  /** The names of the kernels in it. */
  readonly kernels: readonly string[];
  /** Packages that should have a kernel, on which it depends. */
  readonly depends: readonly string[];
  /** Kernels for a debugger, which are not checked unless they are named. */
  readonly debug: readonly string[];
  /** What has the name of a kernel and is none for x86, or may have a kernel in it and is not opened. */
  readonly others: readonly OtherFile[];
}

export interface OtherFile {
  readonly name: string;
  readonly format: OtherFormatId;
}

/** How many names of one archive are listed. */
const MOST_NAMED = 5;

/** How many archives with kernels are listed. */
const MOST_LISTED = 20;

/** Why an archive gave no kernel, as a clause that follows its name. */
export function describeNone({ depends, debug, others }: Opened): string {
  const [first] = debug;
  if (first !== undefined) {
    return `has only a kernel for a debugger; to check it, name ${quote(first)}`;
  }
  const [other] = others;
  if (other !== undefined) {
    const { name, advice } = OTHER_FORMATS[other.format];
    return `has no x86 kernel in it: ${quote(other.name)} is ${name}. ${advice.slice(0, -1)}`;
  }
  if (depends.length === 0) return 'has no kernel in it';
  const names = nameSome(depends, MOST_NAMED);
  return `has no kernel in it, but depends on ${names}: check that package`;
}

/** A line for each archive: the kernels that were found in it, or where there are some. */
export function describeOpened(opened: readonly Opened[]): string[] {
  const lines = opened.flatMap((one) => {
    const { path, kernels, depends } = one;
    if (kernels.length > 0) return `in ${path}: ${nameSome(kernels, MOST_NAMED)}`;
    return depends.length > 0 ? `nothing in ${path}: it ${describeNone(one)}` : [];
  });
  const more = lines.length - MOST_LISTED;
  return more > 0 ? [...lines.slice(0, MOST_LISTED), `in ${more} more archives`] : lines;
}
