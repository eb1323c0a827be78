import { expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { XZ_128, ZSTD } from '../support/step-results.ts';
import { tempFiles } from '../support/temp-files.ts';

/** Real kernels take long to decompress: these two are small ones. */
const SMALL: Readonly<Record<string, Uint8Array>> = { xz128: XZ_128, zstd: ZSTD };

function kernel(packing: string): string {
  const small = SMALL[packing];
  if (small) return `${tempFiles({ vmlinuz: small })}/vmlinuz`;
  return `test/kernels/vmlinuz-6.12.94+deb13-amd64.${packing}.img`;
}

async function check(packing: string, xen: string, ...more: string[]): Promise<string> {
  const argv = ['check', kernel(packing), '--boot', 'pv-domu', '--xen', xen, ...more];
  return (await runCli(argv, { columns: 200 })).stdout;
}

interface Found {
  readonly rule: string;
  readonly fix: string;
  readonly because?: readonly Record<string, unknown>[];
}

/** `fails: codec-unsupported` and what the finding says, for the one verdict that there is. */
async function verdictOf(packing: string, xen: string) {
  const { kernels } = JSON.parse(await check(packing, xen, '--format', 'json'));
  const [{ status, findings }] = kernels[0].verdicts;
  return { status, findings: findings as Found[] };
}

it('names the difference of a product that fails, with its evidence', async () => {
  const { status, findings } = await verdictOf('lzo', 'debian-12');
  expect([status, findings.map(({ rule }) => rule)]).toEqual(['fails', ['codec-unsupported']]);
  expect(findings[0]?.because).toEqual([
    {
      product: 'debian-12',
      difference: 'no-domu-lzo',
      what: 'Debian 12 builds its toolstack without liblzo2',
      certainty: 'shown',
      from: null,
      evidence: [
        {
          kind: 'binary',
          what: expect.stringContaining('libxenguest.so needs neither libbz2 nor liblzo2'),
          source: expect.stringContaining('Debian libxenmisc package'),
          date: '2026-11-27',
        },
      ],
    },
  ]);
  expect(findings[0]?.fix).toMatch(/ Or ask Debian to build its toolstack with liblzo2\.$/);
});

it('names nothing where the release fails as well', async () => {
  const { status, findings } = await verdictOf('xz128', 'xcp-ng-8.3');
  expect([status, findings[0]?.because]).toEqual(['fails', undefined]);
});

it('asks no vendor where that would not be enough', async () => {
  const { findings } = await verdictOf('lzo', 'debian-12,qubes-4.3');
  expect(findings[0]?.fix).not.toContain('Or ask');
  expect((await verdictOf('lzo', 'debian-12,4.0')).findings[0]?.fix).not.toContain('Or ask');
});

it('asks for a backport that others have, where the release lacks it', async () => {
  const asked = async (xen: string) => (await verdictOf('xz128', xen)).findings[0]?.fix;
  expect(await asked('xcp-ng-8.3')).toMatch(
    / Or ask XCP-ng to backport e6472d46680c \(liblzma may take 256 MiB\)\.$/,
  );
  expect(await asked('ubuntu-24.04')).toContain('Or ask Ubuntu to backport e6472d46680c ');
  // Two vendors; an upstream release; a product that no longer gets updates.
  for (const xen of ['xcp-ng-8.3,ubuntu-24.04', 'xcp-ng-8.3,4.17', 'debian-11']) {
    expect(await asked(xen)).not.toContain('Or ask');
  }
});

it('asks for what only a vendor has backported so far', async () => {
  const argv = ['check', kernel('zstd'), '--format', 'json'];
  const xen = ['--boot', 'pv-domu', '--xen', 'debian-11'];
  const { stdout } = await runCli([...argv, ...xen], { today: '2022-01-01' });
  expect(JSON.parse(stdout).kernels[0].verdicts[0].findings[0].fix).toMatch(
    / Or ask Debian to backport 8169f82049ef \(the toolstack decompresses zstd, where/,
  );
});

it('names several products of one difference together, in every output', async () => {
  const all = 'Debian 12 and Debian 13 build their toolstacks without liblzo2';
  const products = 'debian-12,debian-13';
  expect(await check('lzo', products)).toContain(`because   ${all}\n`);
  expect(await check('lzo', products, '--format', 'markdown')).toContain(`- **Because:** ${all}\n`);
  expect(await check('lzo', products, '--format', 'html')).toContain(
    `<strong>Because:</strong> ${all}</p>`,
  );
  expect(await check('lzo', products, '--format', 'sarif')).toContain(`Because: ${all}\\n`);
});

it('says what a difference is inferred from', async () => {
  expect(await check('lzo', 'ubuntu-24.04')).toContain(
    'Ubuntu 24.04 LTS builds its toolstack without liblzo2 (inferred from the Debian package',
  );
});

it('keeps of the products those that the policy leaves in a verdict', async () => {
  const policy = { 'gate.yml': 'targets: {allowed-to-fail: {xen: debian-13}}\n' };
  const path = `${tempFiles(policy)}/gate.yml`;
  const stdout = await check(
    'lzo',
    'debian-12,debian-13',
    ...['--format', 'json', '--policy', path],
  );
  const verdicts: { products: string[]; findings: { because: { product: string }[] }[] }[] =
    JSON.parse(stdout).kernels[0].verdicts;
  expect(verdicts.map(({ products }) => products)).toEqual([['debian-12'], ['debian-13']]);
  for (const { products, findings } of verdicts) {
    expect(findings[0]?.because.map(({ product }) => product)).toEqual(products);
  }
});

it('warns where no evidence says how a product is built, and asks to find out', async () => {
  const { status, findings } = await verdictOf('bzip2', 'yocto-scarthgap');
  expect([status, findings.map(({ rule }) => rule)]).toEqual(['warns', ['product-not-known']]);
  expect(findings[0]).toMatchObject({
    evidence: {
      fact: 'domu-bzip2',
      fails: 'without',
      leadsTo: { rule: 'codec-unsupported' },
    },
    because: [{ product: 'yocto-scarthgap', difference: 'domu-bzip2', certainty: 'unknown' }],
    fix: expect.stringContaining('lists `libbz2`'),
  });
});

it.each([
  ['yocto-scarthgap+domu-bzip2', 'boots'],
  ['yocto-scarthgap+no-domu-bzip2', 'fails'],
])('takes the word of a user for %s', async (xen, status) => {
  expect((await verdictOf('bzip2', xen)).status).toBe(status);
});

it('warns of what is inferred only where the kernel boots by it', async () => {
  expect((await verdictOf('lzo', 'ubuntu-24.04')).status).toBe('fails');
  expect((await verdictOf('gzip', 'ubuntu-24.04')).status).toBe('boots');
});
