/** The opcodes of `call` and `jmp` with a 32-bit displacement are E8 and E9. */
const OPCODE_MASK = 0xfe;
const OPCODE = 0xe8;

/** An instruction: the opcode, and four bytes of displacement. */
const INSTRUCTION_BYTES = 5;
const LOOK_AHEAD = INSTRUCTION_BYTES - 1;

/**
 * A mask of the three bytes before an opcode that look like an unfiltered opcode; bit 0 is the byte
 * just before. The value is the distance of the only one, or -1 if there are several.
 */
const ONLY_ONE = Int8Array.of(0, 1, 2, -1, 3, -1, -1, -1);

/** A byte that a displacement within ±16 MiB has at its top. */
const isSign = (byte: number): boolean => byte === 0x00 || byte === 0xff;

/**
 * Undoes the x86 BCJ filter (The .xz File Format, section 5.3.2) on data that comes in parts. The
 * filter takes some bytes E8 or E9 for opcodes. It replaces the displacements of these calls and
 * jumps by absolute addresses, which compress better. The rules here select the same bytes.
 *
 * The last four bytes of a part wait for the next one: they may belong to an instruction.
 */
export class X86Filter {
  /** What was given out last, and after it what waits. */
  #buffer = new Uint8Array(0);
  #givenOut = 0;
  #waiting = 0;
  /** Address of the first byte that waits; wraps at 2^32. */
  #address: number;
  /** Where the last opcode was, from the first byte that waits: below 0, and -4 for far away. */
  #last = -4;
  /** The index into `ONLY_ONE` for an opcode that follows right on it. */
  #recent = 0;

  /** @param start address of the first byte, a property of the filter */
  constructor(start: number) {
    this.#address = start | 0;
  }

  /** The next bytes of the contents: a view, valid until the next call. `part` stays as it is. */
  update(part: Uint8Array): Uint8Array {
    const waiting = this.finish();
    const size = waiting.length + part.length;
    if (this.#buffer.length < size) this.#buffer = new Uint8Array(size);
    this.#buffer.set(waiting);
    this.#buffer.set(part, waiting.length);
    this.#givenOut = this.#convert(size);
    this.#waiting = size - this.#givenOut;
    this.#address = (this.#address + this.#givenOut) | 0;
    return this.#buffer.subarray(0, this.#givenOut);
  }

  /** The bytes that still wait: at the end no instruction can be in them. */
  finish(): Uint8Array {
    return this.#buffer.subarray(this.#givenOut, this.#givenOut + this.#waiting);
  }

  /** Converts the first `size` bytes of the buffer; returns how many of them are final. */
  #convert(size: number): number {
    const bytes = this.#buffer;
    const end = size - LOOK_AHEAD;
    let last = this.#last;
    let recent = this.#recent;
    let i = 0;
    for (; i < end; i++) {
      if (((bytes[i] as number) & OPCODE_MASK) !== OPCODE) continue;
      const gap = i - last;
      recent = gap > 3 ? 0 : (recent << (gap - 1)) & 7;
      last = i;
      const back = ONLY_ONE[recent] as number;
      if (
        !isSign(bytes[i + 4] as number) ||
        back < 0 ||
        (back > 0 && isSign(bytes[i + 4 - back] as number))
      ) {
        recent = (recent << 1) | 1;
        continue;
      }
      store(bytes, i + 1, displacement(load(bytes, i + 1), this.#address + i, back));
      i += LOOK_AHEAD;
    }
    this.#last = Math.max(last - i, -4);
    this.#recent = recent;
    return i;
  }
}

/**
 * The displacement, of 25 bits and a sign, that the filter has made the address `absolute` of.
 *
 * An opcode `back` bytes before was left alone because the top byte of its own displacement, a byte
 * of this one, was no sign. Where it would become one, the filter has inverted the bytes from there
 * down and added again; `~absolute` results there, which is no sign, so once is enough.
 */
function displacement(absolute: number, opcodeAddress: number, back: number): number {
  const next = opcodeAddress + INSTRUCTION_BYTES;
  let value = (absolute - next) | 0;
  if (back > 0) {
    const shift = 24 - 8 * back;
    if (isSign((value >>> shift) & 0xff)) value = ((value ^ ((1 << (shift + 8)) - 1)) - next) | 0;
  }
  return (value << 7) >> 7;
}

function load(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24)
  );
}

function store(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value;
  bytes[at + 1] = value >>> 8;
  bytes[at + 2] = value >>> 16;
  bytes[at + 3] = value >>> 24;
}
