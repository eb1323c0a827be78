// The copies of the block decoders. Each is a function of its own also for the sake of speed. Where
// V8 compiles a hot loop inside a long function, it leaves that code at the end of every copy.

/** Copies longer than this, in bytes, are quicker by one call than byte by byte. */
const LONG = 48;

/** Copies `count` bytes from `at` of one array to `to` of another; there must be room for them. */
export function copyBytes(
  source: Uint8Array,
  at: number,
  target: Uint8Array,
  to: number,
  count: number,
): void {
  if (count > LONG) target.set(source.subarray(at, at + count), to);
  else for (let i = 0; i < count; i++) target[to + i] = source[at + i] as number;
}

/**
 * Writes `count` bytes at `to`, each the same as the one `distance` (at least 1) before it. Where the
 * copy overlaps its own output, that repeats a pattern.
 */
export function repeatBytes(output: Uint8Array, to: number, distance: number, count: number): void {
  const from = to - distance;
  if (count > LONG && distance >= count) output.copyWithin(to, from, from + count);
  else if (count > LONG && distance === 1) output.fill(output[from] as number, to, to + count);
  else for (let i = 0; i < count; i++) output[to + i] = output[from + i] as number;
}
