import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedReport } from '../../src/contract/published.ts';

/** What Debian ships, as packages: see `scripts/debian-packages.sh`. */
const PACKAGES = process.env.XEN_BOOT_GATE_PACKAGES ?? '.cache/debian-packages';
const CLI = 'dist/cli/index.js';

/**
 * The packages of one directory that the script fetches.
 *
 * @throws {Error} where the script did not run: such a test must not pass.
 */
export function debianPackages(place: string): { readonly dir: string; readonly debs: string[] } {
  const dir = join(PACKAGES, place);
  if (!existsSync(dir))
    throw new Error(`${dir} is missing: scripts/debian-packages.sh ${PACKAGES}`);
  return { dir, debs: readdirSync(dir).map((name) => join(dir, name)) };
}

/** Extracts packages into one directory, as they are installed. */
export function extract(debs: readonly string[], into: string): void {
  for (const deb of debs) run('.', 'dpkg-deb', '--extract', deb, into);
}

/** Runs the command line that is shipped. */
export function gate(...paths: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [CLI, 'check', '--xen', '4.20', '--format', 'json', ...paths],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const report = stdout === '' ? null : (JSON.parse(stdout) as PublishedReport);
  return { status, report, kernels: report?.kernels ?? [], stderr };
}

/** Runs a tool; what it prints is the message where it fails. */
export function run(cwd: string, tool: string, ...args: readonly string[]): string {
  const { status, error, stdout, stderr } = spawnSync(tool, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${tool}: ${error?.message ?? stdout + stderr}`);
  return stdout;
}
