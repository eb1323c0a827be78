import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleKernel } from '../../src/demo/sample.ts';
import { buildTar } from '../support/archives.ts';
import { runCli } from '../support/cli.ts';
import { kernelWith, PV_NOTES, PVH_NOTE } from '../support/kernels.ts';
import { checkInShards, complaints } from '../support/shards.ts';
import { tempFiles } from '../support/temp-files.ts';
import { multibootXen } from '../support/xen-builder.ts';

/** What CI may leave; the names are those of kernels, so that a directory has all of them. */
const CONTENTS = {
  old: sampleKernel(),
  pv: kernelWith(PV_NOTES),
  both: kernelWith([...PV_NOTES, PVH_NOTE]),
  broken: kernelWith(PV_NOTES).subarray(0, 5000),
  package: buildTar([
    { name: 'boot/vmlinuz-1', content: sampleKernel() },
    { name: 'boot/vmlinuz-2', content: kernelWith(PV_NOTES) },
  ]),
  nothing: buildTar([{ name: 'etc/motd', content: 'no kernel' }]),
  text: 'no kernel',
  link: null,
} as const;

type Kind = keyof typeof CONTENTS;
const KINDS = Object.keys(CONTENTS) as Kind[];

const POLICY = `
kernels:
  amd64: ['**/amd64-*', '**/amd64-*!/boot/vmlinuz-1']
  cloud: '**/cloud-*'
  gone: build/gone
targets:
  required: {xen: [4.1.6.1, 4.17, debian-12]}
  allowed-to-fail: {xen: 4.2.5}
waivers:
  - {rule: unknown-feature, kernels: [cloud, 'lost-*'], reason: r, owner: o, expires: 2026-11-30}
  - {rule: boot-path-lost, kernels: amd64, reason: r, owner: o, expires: 2027-11-30}
  - {rule: unknown-codec, reason: r, owner: o, expires: 2027-11-30}
  - {rule: unknown-feature, kernels: amd64, reason: r, owner: o, expires: 2026-11-01}
baseline: BASELINE
`;

interface Scene {
  readonly files: readonly { readonly name: string; readonly kind: Kind }[];
  readonly paths: readonly string[];
  readonly policy: boolean;
  readonly options: readonly string[];
}

const names = fc
  .tuple(fc.constantFrom('amd64', 'cloud', 'x'), fc.nat(3))
  .map(([name, i]) => `${name}-${i}`);

const scenes: fc.Arbitrary<Scene> = fc.record({
  files: fc.uniqueArray(fc.record({ name: names, kind: fc.constantFrom(...KINDS) }), {
    maxLength: 7,
    selector: ({ name }) => name,
  }),
  paths: fc.oneof(
    { weight: 3, arbitrary: fc.constant(['in']) },
    { weight: 2, arbitrary: fc.constant(['in/*']) },
    fc.constant(['in/amd64-*', 'in/{cloud,x}-*', 'in']),
    fc.constant(['in/*!/boot/*', 'in/x-1', 'in/lost']),
  ),
  policy: fc.boolean(),
  options: fc.constantFrom(
    [],
    ['--fail-on', 'warns'],
    ['--fail-on', 'never'],
    ['--exclude', '**/x-*', '--exclude', '**/y'],
    ['--guest-memory', '64MiB'],
  ),
});

const FORMATS = ['json', 'text', 'markdown', 'sarif', 'html', 'junit', 'gitlab'] as const;

/** The arguments of a check of the scene. */
async function build(scene: Scene): Promise<string[]> {
  const files: Record<string, Uint8Array | string> = { 'in/.keep': '' };
  for (const { name, kind } of scene.files) files[`in/${name}`] = CONTENTS[kind] ?? '';
  const root = tempFiles({ ...files, 'base/amd64-9': CONTENTS.both, 'base/cloud-0': CONTENTS.old });
  for (const { name, kind } of scene.files) {
    if (kind === 'link') symlinkSync('gone', join(root, `in/${name}-link`));
  }
  const baseline = join(root, 'baseline.json');
  const before = ['check', join(root, 'base'), '--xen', '4.1,4.17', '--format', 'json'];
  await runCli([...before, '--output', baseline]);
  const policy = join(tempFiles({ 'p.yml': POLICY.replace('BASELINE', baseline) }), 'p.yml');
  const xen = scene.policy ? ['--policy', policy] : ['--xen', '4.1,4.17,debian-12,alpine'];
  return [...scene.paths.map((path) => join(root, path)), ...xen, ...scene.options];
}

describe('the report of all shards', () => {
  it('is that of the whole run, in every format, byte for byte', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        scenes,
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom(...FORMATS),
        fc.infiniteStream(fc.nat()),
        async (scene, count, format, keys) => {
          const argv = await build(scene);
          const whole = await runCli(['check', ...argv, '--format', format]);
          const reports = (await checkInShards(argv, count))
            .map((path) => ({ path, key: keys.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ path }) => path);
          const merged = await runCli(['merge', ...reports, '--format', format]);
          expect(merged.stdout).toBe(whole.stdout);
          expect(complaints(merged)).toEqual(complaints(whole));
          expect(merged.code).toBe(whole.code);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is the same however some were merged before', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        scenes,
        fc.integer({ min: 3, max: 8 }),
        fc.infiniteStream(fc.nat()),
        async (scene, count, keys) => {
          const argv = await build(scene);
          const reports = await checkInShards(argv, count);
          const root = tempFiles({});
          const whole = await runCli(['merge', ...reports, '--format', 'json']);
          let left = reports;
          for (let i = 0; left.length > 2; i++) {
            const at = keys.next().value % (left.length - 1);
            const output = join(root, `some-${i}.json`);
            const some = left.slice(at, at + 2);
            await runCli(['merge', ...some, '--format', 'json', '--output', output]);
            left = [...left.slice(at + 2), output, ...left.slice(0, at)];
          }
          expect(await runCli(['merge', ...left, '--format', 'json'])).toEqual(whole);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('is that of the whole run for a Xen that was read from its files', async () => {
    const root = tempFiles({
      'in/a': CONTENTS.pv,
      'in/b': CONTENTS.old,
      'xen.gz': gzipSync(multibootXen()),
    });
    const argv = [join(root, 'in'), '--xen-binary', join(root, 'xen.gz'), '--xen', '4.17'];
    const reports = await checkInShards(argv, 2);
    for (const format of FORMATS) {
      const whole = await runCli(['check', ...argv, '--format', format]);
      expect((await runCli(['merge', ...reports, '--format', format])).stdout).toBe(whole.stdout);
    }
    const [first = ''] = reports;
    expect(JSON.parse(readFileSync(first, 'utf8')).binaries).toHaveLength(1);
  });
});
