/** `0x1f`, as Xen and `readelf` print addresses. */
export function hex(value: bigint | number): string {
  return `0x${value.toString(16)}`;
}

/** `1f 8b 08`, as a hex dump has them. */
export function hexBytes(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
