import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, describe, expect, test } from 'vitest';
import type { PublishedReport } from '../../src/contract/published.ts';
import { VERSION } from '../../src/version.ts';
import { ZSTD as SMALL } from '../support/step-results.ts';

const BUNDLE = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url));
const REAL = fileURLToPath(new URL('../kernels/vmlinuz-6.12.94+deb13-amd64.img', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'xen-boot-gate-e2e-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A small kernel, where it does not matter that it is real. */
const ZSTD = join(folder, 'vmlinuz');
writeFileSync(ZSTD, SMALL);

/** Runs the committed bundle as users do, in an empty folder, on the Node that runs the tests. */
function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BUNDLE, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

describe('the bundle of the command line', () => {
  test('stands alone, without the code of the Action', () => {
    const code = readFileSync(BUNDLE, 'utf8');
    expect(code).not.toContain('@actions/');
    expect(code).not.toContain('undici');
    expect(run('--version')).toMatchObject({ status: 0, stdout: `${VERSION}\n`, stderr: '' });
  });

  test('explains the first report', () => {
    const { status, stdout, stderr } = run('demo');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/pv-dom0 +4\.0–4\.1 ✗ +4\.2–4\.\d+ ✓/);
    expect(stdout).toMatch(/pv-domu +4\.0–4\.1 ✗ +4\.2–4\.\d+ ✓/);
    expect(stdout).toContain('Xen says  depending on the boot path');
    expect(stdout).toContain('ec029aaa9a79');
    expect(stdout).toContain('30832c06a8d1');
  });

  test('passes and fails a kernel by the releases that are asked for', () => {
    expect(run('check', '--xen', '4.15.x', ZSTD).status).toBe(0);
    const { status, stdout } = run('check', '--xen', '4.14.6,4.15.0', '--boot', 'pv-domu', REAL);
    expect(status).toBe(1);
    expect(stdout).toMatch(/pv-domu +4\.14\.6 ✗ +4\.15\.0 ✓/);
    expect(stdout).not.toContain('\u001b');
  });

  test('checks a kernel behind the GRUB of a product', () => {
    const args = ['check', '--xen', 'debian-12', '--boot', 'pvgrub-domu', ZSTD];
    const { status, stdout } = run(...args, '--format', 'json');
    expect(status).toBe(1);
    const report: PublishedReport = JSON.parse(stdout);
    expect(report.kernels[0]?.verdicts).toMatchObject([
      {
        boot: 'pvgrub-domu',
        grub: '2.06',
        releases: [],
        products: ['debian-12'],
        loads: false,
        findings: [{ rule: 'grub-codec', xenSays: 'not xen image' }],
      },
    ]);
  });

  test.each([
    [0, 'says 1970-01-01, before this version was made'],
    [253402300800000, 'says year 10000, past the year 9999'],
  ])('does not trust a clock at %i', (now, why) => {
    const clock = `const D = Date; globalThis.Date = class extends D { constructor() { super(${now}); } };`;
    const { status, stdout, stderr } = spawnSync(process.execPath, [BUNDLE, 'check', ZSTD], {
      encoding: 'utf8',
      env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(clock)}` },
    });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(new RegExp(`^xen-boot-gate: the clock of this machine ${why}.*\n$`));
  });

  test.each([
    ['4.15.x', 0],
    ['4.14.6', 1],
  ])('keeps its exit code where nothing reads what it prints: Xen %s', async (xen, code) => {
    const args = [BUNDLE, 'check', '--xen', xen, '--boot', 'pv-domu', ZSTD, ZSTD];
    const child = spawn(process.execPath, args);
    child.stdout.destroy();
    child.stderr.destroy();
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(code);
  });

  test('writes a report of its schema', () => {
    const { status } = run(
      ...['check', '--xen', 'every', '--format', 'json', '--output', 'report.json', ZSTD],
    );
    expect(status).toBe(1);
    const report: PublishedReport = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    const schema = new URL('../../schema/report.schema.json', import.meta.url);
    const ajv = new Ajv2020({ allowUnionTypes: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(report.kernels[0]).toMatchObject({ codec: 'zstd', arch: 'x86_64', format: 'bzimage' });
  });

  test('has a verdict for a file that is no kernel, and 2 for one that is not there', () => {
    writeFileSync(join(folder, 'text'), 'nothing to boot\n');
    expect(run('check', 'text').status).toBe(1);
    const missing = run('check', 'text', 'missing');
    expect(missing.status).toBe(2);
    expect(missing.stdout).toContain('not-a-kernel');
    expect(missing.stderr).toContain('missing: no such file');
    expect(missing.stderr).not.toMatch(/^\s+at /m);
  });

  test('answers a mistake with the nearest that is right', () => {
    const { stderr, ...rest } = run('chekc');
    expect(rest).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('did you mean check?');
  });

  test('reads the notes as every release does', () => {
    const { status, stdout } = run('notes', '--format', 'json', ZSTD);
    expect(status).toBe(0);
    const [{ notes, parse }] = JSON.parse(stdout).kernels;
    expect(notes).toContainEqual(
      expect.objectContaining({ name: 'XEN_VERSION', value: 'xen-3.0' }),
    );
    expect(parse.some(({ accepted }: { accepted: boolean }) => accepted)).toBe(true);
  });
});
