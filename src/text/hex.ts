/** `0x1f`, as Xen and `readelf` print addresses. */
export function hex(value: bigint | number): string {
  return `0x${value.toString(16)}`;
}
