import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { buildDeb } from '../support/archives.ts';
import { kernelWith, PV_NOTES, PVH_NOTE } from '../support/kernels.ts';
import { createRunner } from '../support/runner.ts';
import { reportOf } from '../support/step-results.ts';
import { tempFiles } from '../support/temp-files.ts';

const BUNDLE = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url));
const ZSTD = readFileSync(new URL('../kernels/vmlinuz-6.12.94+deb13-amd64.img', import.meta.url));
const PV = kernelWith(PV_NOTES);
const PVH = kernelWith([...PV_NOTES, PVH_NOTE]);

const runner = createRunner();
afterAll(() => runner.dispose());

/** So many that threads are started, good and bad. */
const MANY = Object.fromEntries(
  Array.from({ length: 40 }, (_, i) => [
    `vmlinuz-${i}`,
    i % 10 === 3 ? `${i} is no kernel` : i % 2 === 0 ? PV : PVH,
  ]),
);

test('the bundle has the same report with one thread and with four', () => {
  const deb = buildDeb({
    files: [
      { name: './boot/vmlinuz-1', content: PV },
      { name: './boot/vmlinuz-2', content: ZSTD },
    ],
  });
  const root = tempFiles({ ...MANY, 'linux-image.deb': deb });
  const [one, four] = ['1', '4'].map((jobs) => {
    const args = ['check', '--jobs', jobs, '--format', 'json', join(root, '*')];
    return spawnSync(process.execPath, [BUNDLE, ...args], { maxBuffer: 1 << 28 });
  });
  expect(four?.status).toBe(1);
  expect(four?.stderr.toString()).toBe(one?.stderr.toString());
  expect(four?.stdout.toString()).toBe(one?.stdout.toString());
  expect(JSON.parse(four?.stdout.toString() ?? '').kernels).toHaveLength(42);
});

test('the bundle of the Action checks on threads as well', async () => {
  const step = await runner.run({
    files: MANY,
    with: { kernels: 'vmlinuz-*', xen: '4.17', jobs: '2' },
  });
  expect(reportOf(step).kernels.map(({ path }) => path)).toEqual(Object.keys(MANY).sort());
  expect(step.outputs.verdict).toBe('failed');
});

test('Ctrl-C ends all threads at once, and leaves no half result', async () => {
  const slow = Array.from({ length: 200 }, (_, i) => [`vmlinuz-${i}`, ZSTD]);
  const root = tempFiles(Object.fromEntries(slow));
  const output = join(root, 'report.json');
  const args = ['check', '--jobs', '2', '--format', `json=${output}`, root];
  const child = spawn(process.execPath, [BUNDLE, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  // It has found the kernels, and begins to check them.
  await new Promise((resolve) => child.stderr.once('data', resolve));
  child.kill('SIGINT');
  const [code, signal] = await new Promise<unknown[]>((resolve) =>
    child.once('exit', (...how) => resolve(how)),
  );
  expect([code, signal]).toEqual([null, 'SIGINT']);
  expect(existsSync(output)).toBe(false);
});
