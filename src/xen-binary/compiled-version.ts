import { type Image, offsetOf, textAt } from './image.ts';

/** A version as Xen prints it, `Xen version %d.%d%s`. */
export interface CompiledVersion {
  /** `4.17` */
  readonly series: string;
  /** What follows it: `.7`, `.5-pre`, `-rc`. */
  readonly extra: string;
}

/** `mov $4,%eax`: what xen_major_version() returns, in every release that is known. */
const MAJOR = 4;
const MOV_EAX = 0xb8;
/** `lea …(%rip),%rax` */
const LEA_RAX = [0x48, 0x8d, 0x05];

/** From one of the three functions into the next, in bytes: its end, padding, and the prologue of the next. */
const NEXT = 48;

/** Longer than any extra version. */
const MOST_EXTRA = 64;
const EXTRA = /^$|^[.+~-][\w.+~-]*$/;

/**
 * The version that a hypervisor has compiled in: three functions that stand one after the other in
 * xen/common/version.c, of which two return a number and the third one a text. Debian's 4.14 to 4.20,
 * and upstream's, have them so; the text may be the end of a longer one.
 *
 * @returns `null` where there is not exactly one.
 */
export function compiledVersion(image: Image): CompiledVersion | null {
  const found = new Map<string, CompiledVersion>();
  for (const { offset, size, isCode } of image.parts) {
    if (!isCode) continue;
    const end = offset + size;
    const first = Buffer.from([MOV_EAX, MAJOR, 0, 0, 0]);
    for (let at = image.bytes.indexOf(first, offset); at >= 0 && at < end; ) {
      const version = versionAt(image, at);
      if (version) found.set(version.series + version.extra, version);
      at = image.bytes.indexOf(first, at + 1);
    }
  }
  const [only, ...others] = found.values();
  return only && others.length === 0 ? only : null;
}

function versionAt(image: Image, major: number): CompiledVersion | null {
  const { bytes } = image;
  if (!returns(bytes, major + 5)) return null;
  const minor = bytes.subarray(0, major + 5 + NEXT).indexOf(MOV_EAX, major + 5);
  if (minor < 0 || minor + 5 > bytes.length || !returns(bytes, minor + 5)) return null;
  const value = bytes.readUInt32LE(minor + 1);
  const lea = bytes.subarray(0, minor + 5 + NEXT).indexOf(Buffer.from(LEA_RAX), minor + 5);
  if (value > 999 || lea < 0) return null;
  const extra = textBehind(image, lea + LEA_RAX.length);
  return extra !== null && EXTRA.test(extra) ? { series: `${MAJOR}.${value}`, extra } : null;
}

/** `ret`, a jump to a thunk that returns, and `ret` behind `pop %rbp` or `repz`. */
function returns(bytes: Buffer, at: number): boolean {
  const [one, two] = [bytes[at], bytes[at + 1]];
  return one === 0xc3 || one === 0xe9 || ((one === 0x5d || one === 0xf3) && two === 0xc3);
}

/** The text that an instruction refers to, relative to its end, with which these four bytes end. */
function textBehind(image: Image, at: number): string | null {
  const target = targetOf(image, at);
  const place = target === null ? null : offsetOf(image, target);
  return place === null ? null : textAt(image, place, MOST_EXTRA);
}

/**
 * The address, modulo 2^32, that the last four bytes of an instruction stand for, relative to its end;
 * `null` where they are in no part of the image.
 *
 * @param at where these four bytes are in the file.
 */
function targetOf(image: Image, at: number): number | null {
  const part = image.parts.find(({ offset, size }) => at >= offset && at + 4 <= offset + size);
  if (!part) return null;
  const next = part.address + (at + 4 - part.offset);
  return (next + image.bytes.readInt32LE(at)) >>> 0;
}
