import { expect, it } from 'vitest';
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
  expect(text).toContain('pv-domu on Xen Debian 12 · 4.17.7\n');
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
  expect(page).toContain('>Debian 12</th>');
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
