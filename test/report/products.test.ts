import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { tempFiles } from '../support/temp-files.ts';

const LZO = 'test/kernels/vmlinuz-6.12.94+deb13-amd64.lzo.img';
const CHECK = ['check', LZO, '--boot', 'pv-domu', '--xen', 'Debian 12, xcp-ng-8.3, 4.17'];

async function output(...more: string[]): Promise<string> {
  const { stdout } = await runCli([...CHECK, ...more], { columns: 120 });
  return stdout;
}

it('stands in the text by its name and its release, after the releases', async () => {
  const text = await output();
  expect(text).toContain('4.17.7 ✓   XCP-ng 8.3 · 4.17.6 ✓   Debian 12 · 4.17.7 ✗');
  expect(text).toContain('pv-domu on Debian 12 · 4.17.7\n');
});

it('has its ids apart from the releases in JSON', async () => {
  const { kernels } = JSON.parse(await output('--format', 'json'));
  const of = (status: string) =>
    kernels[0].verdicts
      .filter((verdict: { status: string }) => verdict.status === status)
      .map(({ releases, products }: Record<string, string[]>) => [releases, products]);
  expect(of('boots')).toEqual([[['4.17.7'], ['xcp-ng-8.3']]]);
  expect(of('fails')).toEqual([[[], ['debian-12']]]);
});

it('has a column on the page that an address can end with', async () => {
  const page = await output('--format', 'html');
  expect(page).toMatch(/<th id="debian-12" scope="col"[^>]*title="Debian 12 · 4\.17\.7">/);
  expect(page).toContain('<span>Debian 12</span></th>');
  expect(page).toContain('1 release of Xen 4.17.7 and 2 products');
});

it('is in the job summary', async () => {
  expect(await output('--format', 'markdown')).toContain('Debian&nbsp;12&nbsp;·&nbsp;4.17.7');
});

it('may have a difference of its own', async () => {
  const { stdout } = await runCli([
    'check',
    LZO,
    '--boot',
    'pv-domu',
    '--xen',
    'debian-12+domu-lzo',
  ]);
  expect(stdout).toContain('Debian 12 · 4.17.7+domu-lzo ✓');
  const idle = await runCli(['check', LZO, '--xen', 'debian-12+no-domu-lzo']);
  expect([idle.code, idle.stderr]).toEqual([2, expect.stringContaining("'no-domu-lzo'")]);
});

it('is known from a baseline by its id', async () => {
  const report = `${tempFiles({ 'report.json': await output('--format', 'json') })}/report.json`;
  const root = tempFiles({ 'gate.yml': `baseline: ${report}\n` });
  const { code, stdout } = await runCli([...CHECK, '--policy', `${root}/gate.yml`]);
  expect(stdout).toContain('1 known from the baseline');
  expect(code).toBe(0);
});

it('is described in JSON with its package and its support', async () => {
  const argv = ['check', LZO, '--boot', 'pv-domu', '--xen', 'debian-12,xcp-ng-8.2'];
  const { stdout } = await runCli([...argv, '--format', 'json']);
  expect(JSON.parse(stdout).products).toEqual([
    {
      id: 'xcp-ng-8.2',
      name: 'XCP-ng 8.2 (support ended)',
      xen: '4.13.5',
      package: null,
      supportedUntil: '2025-06-25',
      supported: false,
    },
    {
      id: 'debian-12',
      name: 'Debian 12',
      xen: '4.17.7',
      package: '4.17.7+13-g2445b30a44-0+deb12u1',
      supportedUntil: '2028-06-30',
      supported: true,
    },
  ]);
});

it.each([
  ['text', 'XCP-ng 8.2 (support ended) · 4.13.5'],
  ['markdown', 'XCP-ng&nbsp;8.2&nbsp;(support&nbsp;ended)&nbsp;·&nbsp;4.13.5'],
  ['html', 'title="support ended on 2025-06-25"'],
])('is said to be past its life in %s', async (format, words) => {
  const argv = ['check', LZO, '--boot', 'pv-domu', '--xen', 'xcp-ng-8.2', '--format', format];
  expect((await runCli(argv, { columns: 120 })).stdout).toContain(words);
});

it('has a row of its own in the timeline, drawn and as a table', async () => {
  const page = await output('--format', 'html');
  expect(page).toMatch(/<text class="product"[^>]*>Debian 12<\/text>/);
  expect(page).toMatch(/<title>Debian 12 · 4\.17\.7, 2025-02-19: one fails<\/title>/);
  expect(page).toContain(
    '<tr><th scope="row">Debian 12</th><td>4.17.7</td><td>2025-02-19</td><td>until 2028-06-30</td><td>one fails</td></tr>',
  );
});

describe('many products', () => {
  const MANY = ['check', LZO, '--boot', 'pv-domu', '--xen'];
  const all = 'debian,ubuntu-24.04,fedora-43,xcp-ng,xenserver-8,nixos-26.05,openxt';

  it('are grouped by result, those that boot without names', async () => {
    const { stdout } = await runCli([...MANY, `${all},alpine,gentoo,opensuse`], { columns: 100 });
    expect(stdout).toContain(`\
  pv-domu   needs 69 MiB
            ✗ 5 products: Debian 12, Debian 13, Debian unstable, Ubuntu 24.04 LTS, Fedora 43
            ! 1 product: OpenXT master
            ✓ the other 10 products
`);
    expect(stdout).toContain('  on Debian 12 · 4.17.7, Debian 13 · 4.20.4, ');
  });

  it('have a name where it fits', async () => {
    const { stdout } = await runCli([...MANY, all, '--format', 'markdown']);
    expect(stdout).toContain('<br>✅ 4 products: NixOS 26.05, XCP-ng 8.3, ');
    expect(stdout).toContain('<summary>10 products</summary>');
  });

  it('need no names where all boot', async () => {
    const gzip = 'test/kernels/vmlinuz-6.12.94+deb13-amd64.gzip.img';
    const { stdout } = await runCli(['check', gzip, '--boot', 'pv-dom0', '--xen', all]);
    expect(stdout).toContain('✓ all 10 products\n');
  });
});
