import { expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { tempFiles } from '../support/temp-files.ts';
import { multibootXen, xenLibrary } from '../support/xen-builder.ts';

const KERNEL = 'test/kernels/vmlinuz-6.1.0-50-amd64.img';

async function checkAs(format: string): Promise<string> {
  const root = tempFiles({ 'xen <b>.gz': multibootXen({ extra: '.8-pre' }), lib: xenLibrary() });
  const files = `${root}/xen <b>.gz,${root}/lib`;
  const options = ['--xen', '4.17,debian-12', '--xen-binary', files, '--format', format];
  const { code, stdout } = await runCli(['check', KERNEL, ...options]);
  expect(code).toBe(0);
  return stdout;
}

it('the text says what was read, and from where the rest is', async () => {
  const text = await checkAs('text');
  expect(text).toContain('\nXen xen__b_.gz + lib · 4.17.8-pre\n');
  expect(text).toContain('  base      4.17.7: 4.17.8-pre is a snapshot after it\n');
  expect(text).toContain(
    '  differs   no-pv32: the file has CONFIG_PV32 off in its configuration\n',
  );
  expect(text).toContain('  assumed   what a file does not show: as in 4.17.7\n');
});

it('Markdown has it behind a fold', async () => {
  const text = await checkAs('markdown');
  expect(text).toContain('<summary>What was read of Xen ');
  expect(text).toContain('- differs: no-domu-lzo');
  expect(text).not.toContain('xen <b>');
});

it('the page has a column for it, apart from releases and products', async () => {
  const page = await checkAs('html');
  expect(page).toContain('1 release of Xen 4.17.7 and 1 product and 1 Xen read from files');
  expect(page).toMatch(
    /<th scope="colgroup" colspan="1" class="product" title=""><span>xen__b_\.gz \+ lib</,
  );
  expect(page).toContain('<span aria-hidden="true">4.17.8-pre</span>');
  expect(page).toContain('<h2 id="binaries">Xen as its files have it</h2>');
  expect(page).not.toContain('xen <b>');
});

it('a report without files says nothing of them', async () => {
  const { stdout } = await runCli(['check', KERNEL, '--xen', '4.17', '--format', 'html']);
  expect(stdout).not.toContain('binaries');
});
