/** What the configuration of `xen.efi` says of dom0; `null` where it says nothing. */
export interface Dom0Options {
  /** `pv` or `pvh`: how dom0 starts. Without either, a Xen that has PV starts it so. */
  readonly type: 'pv' | 'pvh' | null;
  /** The memory of dom0, in bytes. */
  readonly memory: number | null;
}

/**
 * Reads the options of Xen in a configuration file of `xen.efi` (docs/misc/efi.pandoc; `get_value` in
 * xen/common/efi/boot.c, the same since 4.15.0). Of `dom0_mem`, only a size counts, and no share of the
 * memory.
 */
export function readDom0Options(text: string): Dom0Options {
  const lines = text
    .split(/[\0-\x1f\x7f]/)
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((line) => line !== '' && !line.startsWith(';'));
  const section = itemOf(lines, 'global', 'default');
  const options = (itemOf(lines, section, 'options') ?? '').split(/\s+/);
  // Later ones override.
  const types = listOf(options, 'dom0').filter((one) => one === 'pv' || one === 'pvh');
  const sizes = listOf(options, 'dom0_mem').flatMap((one) => sizeOf(one) ?? []);
  return { type: types.at(-1) ?? null, memory: sizes.at(-1) ?? null };
}

/** @param section `null` for the first value anywhere. */
function itemOf(lines: readonly string[], section: string | null, item: string): string | null {
  let isIn = section === null;
  for (const line of lines) {
    if (line.startsWith('[')) {
      if (section === null) continue;
      if (isIn) return null;
      isIn = line.startsWith(`[${section}]`);
    } else if (isIn && line.startsWith(`${item}=`)) return line.slice(item.length + 1).trim();
  }
  return null;
}

function listOf(options: readonly string[], name: string): string[] {
  return options
    .filter((option) => option.startsWith(`${name}=`))
    .flatMap((option) => option.slice(name.length + 1).split(','));
}

/** In KiB without a unit (`parse_size_and_unit`); whole MiB are memory of a domain here. */
const UNITS: Readonly<Record<string, number>> = {
  '': 2 ** 10,
  b: 1,
  k: 2 ** 10,
  m: 2 ** 20,
  g: 2 ** 30,
  t: 2 ** 40,
};

function sizeOf(text: string): number | null {
  const [, digits, unit = ''] = /^(\d{1,12})([bkmgt]?)$/i.exec(text) ?? [];
  const size = Number(digits ?? 0) * (UNITS[unit.toLowerCase()] ?? 0);
  const whole = Math.floor(size / 2 ** 20) * 2 ** 20;
  return whole > 0 ? whole : null;
}
