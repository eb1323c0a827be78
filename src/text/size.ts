const UNITS: Readonly<Record<string, number>> = { '': 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };

/** A size as users write it, `256MiB` or a number of bytes, in bytes; `null` for anything else. */
export function parseSize(text: string): number | null {
  const [, digits, unit = ''] = /^(\d{1,12})(KiB|MiB|GiB)?$/.exec(text) ?? [];
  return digits === undefined ? null : Number(digits) * (UNITS[unit] ?? 1);
}

/** Memory as users write it, `256 MiB` or `4 GiB`; `bytes` are whole MiB. */
export function formatMemory(bytes: number): string {
  const gib = bytes / 2 ** 30;
  return Number.isInteger(gib) ? `${gib} GiB` : `${bytes / 2 ** 20} MiB`;
}
