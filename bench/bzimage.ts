/** Fields of the setup header (Documentation/arch/x86/boot.rst), by their offset in the file. */
const SETUP_SECTS = 0x1f1;
const PAYLOAD_OFFSET = 0x248;
const PAYLOAD_LENGTH = 0x24c;

/** The payload of a bzImage in its file, in bytes, with its size trailer. */
function payloadRange(image: Buffer): { start: number; end: number } {
  const codeOffset = (image.readUInt8(SETUP_SECTS) + 1) * 512;
  const start = codeOffset + image.readUInt32LE(PAYLOAD_OFFSET);
  return { start, end: start + image.readUInt32LE(PAYLOAD_LENGTH) };
}

/** The payload of a sound bzImage, with its size trailer. */
export function payloadOf(image: Buffer): Buffer {
  const { start, end } = payloadRange(image);
  return image.subarray(start, end);
}

/** The same bzImage around another payload, as the kernel's build would have made it. */
export function withPayload(image: Buffer, payload: Buffer): Buffer {
  const { start, end } = payloadRange(image);
  const head = Buffer.from(image.subarray(0, start));
  head.writeUInt32LE(payload.length, PAYLOAD_LENGTH);
  return Buffer.concat([head, payload, image.subarray(end)]);
}
