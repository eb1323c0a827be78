/** What a bzip2 block says of itself. Each may be wrong: see {@link bzip2Stream}. */
export interface Bzip2Spec {
  /** 1 to 9, hundreds of kB; written as a digit. */
  readonly level: number;
  readonly randomised: boolean;
  /** Added to the place of the first row of the sorted block. */
  readonly originShift: number;
  readonly tables: number;
  /** The selectors, by their place in the list of tables that were used last. */
  readonly selectors: readonly number[];
  /** Bits of every code. Default: as many as are needed. */
  readonly codeLength: number;
  /** Added to the checksum of the block, and to that of the stream. */
  readonly blockCheckShift: number;
  readonly streamCheckShift: number;
}

/**
 * A bzip2 stream of one block. The checksums are those of the contents, so that a decoder gets to
 * whatever else is wrong.
 *
 * @param contents without runs of four bytes and more, which the format would write as counts.
 */
export function bzip2Stream(contents: Uint8Array, spec: Bzip2Spec): Uint8Array {
  const { sorted, origin } = sortRotations(contents);
  const used = [...new Set(contents)].sort((a, b) => a - b);
  const symbols = moveToFront(sorted, used);
  const check = bzip2Crc(contents);
  const bits = bitWriter();
  for (const byte of [0x42, 0x5a, 0x68, 0x30 + spec.level]) bits.put(byte, 8);
  for (const byte of [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]) bits.put(byte, 8);
  bits.put((check + spec.blockCheckShift) >>> 0, 32);
  bits.put(spec.randomised ? 1 : 0, 1);
  bits.put((origin + spec.originShift) & 0xff_ffff, 24);
  putUsed(bits, used);
  bits.put(spec.tables, 3);
  bits.put(spec.selectors.length, 15);
  for (const selector of spec.selectors) {
    for (let i = 0; i < selector; i++) bits.put(1, 1);
    bits.put(0, 1);
  }
  for (let table = 0; table < spec.tables; table++) {
    bits.put(spec.codeLength, 5);
    for (let symbol = 0; symbol < used.length + 2; symbol++) bits.put(0, 1);
  }
  for (const symbol of symbols) bits.put(symbol, spec.codeLength);
  for (const byte of [0x17, 0x72, 0x45, 0x38, 0x50, 0x90]) bits.put(byte, 8);
  bits.put((check + spec.blockCheckShift + spec.streamCheckShift) >>> 0, 32);
  return bits.bytes();
}

/** The last column of the sorted rotations, and the row that is the contents. */
function sortRotations(contents: Uint8Array) {
  const { length } = contents;
  const rows = Array.from(contents, (_, i) => i).sort((a, b) => {
    for (let i = 0; i < length; i++) {
      const less = (contents[(a + i) % length] ?? 0) - (contents[(b + i) % length] ?? 0);
      if (less !== 0) return less;
    }
    return a - b;
  });
  const sorted = rows.map((row) => contents[(row + length - 1) % length] ?? 0);
  return { sorted, origin: rows.indexOf(0) };
}

/** Symbols of the block: runs of the front byte in two digits (0, 1), other bytes, the end. */
function moveToFront(sorted: readonly number[], used: readonly number[]): number[] {
  const order = [...used];
  const symbols: number[] = [];
  let run = 0;
  const endRun = () => {
    for (; run > 0; run = (run - 1) >> 1) symbols.push((run - 1) & 1);
  };
  for (const byte of sorted) {
    const place = order.indexOf(byte);
    if (place === 0) {
      run++;
      continue;
    }
    endRun();
    order.splice(place, 1);
    order.unshift(byte);
    symbols.push(place + 1);
  }
  endRun();
  return [...symbols, used.length + 1];
}

/** Which bytes occur: 16 bits for the groups of 16 that have any, then 16 for each such group. */
function putUsed(bits: BitWriter, used: readonly number[]): void {
  const groups = Array.from({ length: 16 }, (_, group) =>
    Array.from({ length: 16 }, (_, i) => (used.includes(group * 16 + i) ? 1 : 0)),
  );
  for (const group of groups) bits.put(group.includes(1) ? 1 : 0, 1);
  for (const group of groups.filter((one) => one.includes(1))) {
    for (const bit of group) bits.put(bit, 1);
  }
}

/** CRC-32 with the high bit first. */
function bzip2Crc(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte << 24;
    for (let i = 0; i < 8; i++) crc = crc & 0x8000_0000 ? (crc << 1) ^ 0x04c1_1db7 : crc << 1;
  }
  return ~crc >>> 0;
}

interface BitWriter {
  put(value: number, count: number): void;
  bytes(): Uint8Array;
}

/** Bits with the high one first, padded with zeros to whole bytes. */
function bitWriter(): BitWriter {
  const bits: number[] = [];
  return {
    put: (value, count) => {
      for (let i = count - 1; i >= 0; i--) bits.push(i > 31 ? 0 : (value >>> i) & 1);
    },
    bytes: () =>
      Uint8Array.from({ length: Math.ceil(bits.length / 8) }, (_, i) =>
        bits.slice(i * 8, i * 8 + 8).reduce((byte, bit, place) => byte | (bit << (7 - place)), 0),
      ),
  };
}
