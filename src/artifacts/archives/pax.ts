const SPACE = 0x20;
const NEWLINE = 0x0a;

const UTF8 = new TextDecoder();

/**
 * The records of a pax header, `LENGTH KEY=VALUE\n` (POSIX.1-2017, pax, "pax Header Block"); the length
 * counts the record itself. `null` where one is malformed.
 */
export function paxRecords(bytes: Uint8Array): ReadonlyMap<string, string> | null {
  const records = new Map<string, string>();
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(SPACE, at);
    const digits = UTF8.decode(bytes.subarray(at, space < 0 ? at : space));
    const end = at + Number(digits);
    if (!/^\d{1,10}$/.test(digits) || end <= space + 1 || end > bytes.length) return null;
    if (bytes[end - 1] !== NEWLINE) return null;
    const record = UTF8.decode(bytes.subarray(space + 1, end - 1));
    const equals = record.indexOf('=');
    if (equals < 0) return null;
    records.set(record.slice(0, equals), record.slice(equals + 1));
    at = end;
  }
  return records;
}
