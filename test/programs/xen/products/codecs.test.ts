import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PRODUCTS } from '../../../../src/programs/xen/products/index.ts';
import { runCli } from '../../../support/cli.ts';

/** What the hypervisor and the toolstack of a product refuse, of one kernel in eight packings. */
interface Refused {
  readonly xen: string;
  readonly 'pv-dom0': readonly string[];
  readonly 'pv-domu': readonly string[];
}

const RECORDED = JSON.parse(
  readFileSync(new URL('../../../vectors/products.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, Refused>>;

const PACKINGS = ['gzip', 'bzip2', 'lzma', 'xz', 'xz128', 'lzo', 'lz4', 'zstd'];

function fileOf(packing: string): string {
  const suffix = packing === 'zstd' ? '' : `.${packing}`;
  return `test/kernels/vmlinuz-6.12.94+deb13-amd64${suffix}.img`;
}

it('has a record of every product', () => {
  const recorded = new Set(Object.keys(RECORDED));
  const known = PRODUCTS.flatMap(({ id, states }) =>
    states.length > 1 ? [id, `${id}-initial`] : [id],
  );
  expect(known.filter((id) => !recorded.has(id))).toEqual([]);
});

const BOTH = ['pv-dom0', 'pv-domu'] as const;

/** Kernels that Debian ships, and how they are packed. */
const SHIPPED = [
  ['xz', 'test/kernels/vmlinuz-6.1.0-50-amd64.img', BOTH],
  // A cloud kernel, which is no dom0.
  ['zstd', 'test/kernels/vmlinuz-7.2.13+deb14-cloud-amd64.img', ['pv-domu']],
] as const;

const KERNELS = [
  ...PACKINGS.map((packing) => [packing, fileOf(packing), BOTH] as const),
  ...SHIPPED,
];

it.each(KERNELS)(
  'loads a %s kernel, %s, on the products that take it',
  async (packing, file, paths) => {
    const ids = Object.keys(RECORDED);
    const argv = ['check', file, '--xen', ids.join(','), '--boot', paths.join(',')];
    const { stdout } = await runCli([...argv, '--format', 'json']);
    const [kernel] = JSON.parse(stdout).kernels;
    for (const boot of paths) {
      const loads = kernel.verdicts
        .filter(
          (verdict: { boot: string; loads: boolean }) => verdict.boot === boot && verdict.loads,
        )
        .flatMap(({ products }: { products: string[] }) => products);
      const expected = ids.filter((id) => !RECORDED[id]?.[boot].includes(packing));
      expect(loads.sort()).toEqual(expected.sort());
    }
  },
);
