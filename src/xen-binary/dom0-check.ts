import { addressOf, type Image } from './image.ts';

/** What a kernel that does not list the feature `dom0` is refused with. */
export const REFUSAL = 'Kernel does not support Dom0 operation';

/** Between the start of the function that has nothing but this check and its message, in bytes. */
const SHORT_FUNCTION = 160;

/**
 * Whether the builder of a PVH dom0 asks for the feature `dom0`, as that of a PV dom0 does. Both print
 * the same text, so the code decides. Since 1f067a8e6a80 the text stands in a short function that both
 * builders call, or in both of them. Before, it stands in the PV builder alone.
 * @returns `null` where the code does not show it.
 */
export function asksPvhDom0(image: Image): boolean | null {
  const at = image.bytes.indexOf(REFUSAL, 0, 'latin1');
  if (at < 0) return null;
  const text = addressOf(image, at);
  if (text === null) return null;
  const uses = placesOf(image, isLea, text);
  const [use] = uses;
  if (use === undefined) return null;
  if (uses.length > 1) return true;
  return callersBefore(image, use) > 1;
}

/** Counts the calls of the function that starts nearest before a place, and close to it. */
function callersBefore(image: Image, place: number): number {
  const calls = new Map<number, number>();
  for (const target of targets(image, isCall)) {
    const distance = (place - target) >>> 0;
    if (distance <= SHORT_FUNCTION) calls.set(distance, (calls.get(distance) ?? 0) + 1);
  }
  return calls.get(Math.min(...calls.keys())) ?? 0;
}

type Test = (bytes: Buffer, at: number) => boolean;

/** `lea …(%rip),%reg`: the opcode, and a ModRM byte with no base. */
const isLea: Test = (bytes, at) => bytes[at - 2] === 0x8d && ((bytes[at - 1] ?? 0) & 0xc7) === 0x05;

const isCall: Test = (bytes, at) => bytes[at - 1] === 0xe8;

/** Addresses, modulo 2^32, of the four bytes with which something refers to a target. */
function placesOf(image: Image, test: Test, target: number): number[] {
  return [...references(image, test)].flatMap(([place, to]) => (to === target ? [place] : []));
}

function* targets(image: Image, test: Test): Generator<number> {
  for (const [, to] of references(image, test)) yield to;
}

/** Every instruction that seems to be of a kind, with its target: addresses modulo 2^32. */
function* references(
  { bytes, parts }: Image,
  test: Test,
): Generator<readonly [place: number, target: number]> {
  for (const { offset, size, address, isCode } of parts) {
    if (!isCode) continue;
    for (let at = offset + 2; at + 4 <= offset + size; at++) {
      if (!test(bytes, at)) continue;
      const place = address + at - offset;
      yield [place >>> 0, (place + 4 + bytes.readInt32LE(at)) >>> 0];
    }
  }
}
