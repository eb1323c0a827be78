import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { XZ, ZSTD } from '../support/step-results.ts';
import { tempFiles } from '../support/temp-files.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

interface Spec {
  readonly spec: { readonly inputs: Readonly<Record<string, { readonly default?: string }>> };
}

interface Job {
  readonly variables: Readonly<Record<string, string>>;
  readonly script: readonly [string];
  readonly artifacts: {
    readonly paths: readonly string[];
    readonly reports: Readonly<Record<string, string>>;
  };
}

/** The component with these inputs, as GitLab fills them in. */
function jobOf(given: Readonly<Record<string, string>>): Job {
  const text = readFileSync(`${PROJECT}templates/xen-boot-gate.yml`, 'utf8');
  const [header, body] = parseAllDocuments(text).map((document) => document.toJS());
  const { inputs } = (header as Spec).spec;
  const filled = JSON.stringify(body).replace(/\$\[\[ inputs\.([a-z-]+) \]\]/g, (_, name) => {
    const value = given[name] ?? inputs[name]?.default;
    if (value === undefined) throw new Error(`no value for ${name}`);
    return value;
  });
  return JSON.parse(filled)['xen-boot-gate'];
}

/** Runs its script as a runner does, with an npx that takes the bundle for the package. */
function run(job: Job, files: Parameters<typeof tempFiles>[0]) {
  const root = tempFiles(files);
  const bin = tempFiles({
    npx: `#!/bin/sh\n[ "$1 $2" = "--yes xen-boot-gate@latest" ] || exit 99\nshift 2\nexec node ${PROJECT}dist/cli/index.js "$@"\n`,
  });
  chmodSync(join(bin, 'npx'), 0o755);
  const env = { ...job.variables, PATH: `${bin}:${process.env.PATH}` };
  const { status } = spawnSync('sh', ['-e', '-c', job.script[0]], {
    cwd: root,
    env,
    stdio: 'pipe',
  });
  const left = [...job.artifacts.paths, ...Object.values(job.artifacts.reports)];
  return { status, files: left.map((name) => existsSync(join(root, name))) };
}

test('the component of GitLab gates the kernels of a list, and leaves its reports', () => {
  const job = jobOf({ kernels: 'build/a* build/b/vmlinuz' });
  const files = { 'build/a 1': XZ, 'build/b/vmlinuz': XZ };
  expect(run(job, files)).toEqual({ status: 0, files: [true, true, true] });
});

test('it fails, and leaves its reports, where a kernel does not boot', () => {
  const job = jobOf({ kernels: 'vmlinuz', xen: '>=4.10,debian-12', boot: 'pv-domu' });
  expect(run(job, { vmlinuz: ZSTD })).toEqual({ status: 1, files: [true, true, true] });
});

test('its options do not override a policy that says more', () => {
  const policy = 'targets:\n  required:\n    - xen: 4.22\n      boot: pv-domu\n';
  const files = { vmlinuz: ZSTD, 'policy.yml': policy };
  expect(run(jobOf({ kernels: 'vmlinuz', policy: 'policy.yml' }), files).status).toBe(0);
  const strict = jobOf({ kernels: 'vmlinuz', policy: 'policy.yml', xen: '4.10' });
  expect(run(strict, files).status).toBe(1);
});

test('its guide names each input', () => {
  const text = readFileSync(`${PROJECT}templates/xen-boot-gate.yml`, 'utf8');
  const [header] = parseAllDocuments(text).map((document) => document.toJS());
  const guide = readFileSync(`${PROJECT}docs/ci.md`, 'utf8');
  for (const name of Object.keys((header as Spec).spec.inputs))
    expect(guide).toContain(`\`${name}\``);
});
