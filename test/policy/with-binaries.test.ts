import { expect, test } from 'vitest';
import { loadPolicy } from '../../src/policy/load.ts';
import { PolicyError } from '../../src/policy/mistakes.ts';
import { binariesOf, withBinaries } from '../../src/policy/with-binaries.ts';
import { UsageError } from '../../src/text/usage-error.ts';
import { build, CALENDAR } from '../support/builds.ts';

const POLICY = `targets:
  required:
    - xen: 4.17
      xen-binary: [xen.gz, libxenguest.so.4.17]
    - xen-binary: other.gz
  ignored:
    - xen-binary: old.gz
waivers:
  - rule: pv32-off
    targets: { xen-binary: old.gz }
    reason: r
    owner: o
    expires: 2027-01-31
`;

const load = (text: string) => loadPolicy(text, 'p.yml', CALENDAR);

test('the builds of files come to those that are named, wherever a policy has targets', async () => {
  const asked: string[][] = [];
  const policy = await withBinaries(load(POLICY), async (files) => {
    asked.push(files.map(({ path }) => path));
    return [{ ...build('4.20.1'), id: files[0]?.path ?? '' }];
  });
  expect(asked).toEqual([['xen.gz', 'libxenguest.so.4.17'], ['other.gz'], ['old.gz'], ['old.gz']]);
  const { required, ignored } = policy.targets;
  const all = [...required, ...ignored, ...policy.waivers.flatMap(({ targets }) => targets)];
  expect(all.map(({ builds }) => builds?.map(({ id }) => id))).toEqual([
    ['4.17.7', 'xen.gz'],
    ['other.gz'],
    ['old.gz'],
    ['old.gz'],
  ]);
});

test('every file that is no Xen is a mistake at its place', async () => {
  const error = await withBinaries(load(POLICY), async ([file]) => {
    throw new UsageError(`'${file?.path}' is empty`);
  }).catch((fault: unknown) => fault);
  expect(error).toBeInstanceOf(PolicyError);
  const { mistakes } = error as PolicyError;
  expect(mistakes.map(({ place, message }) => `${place.line}:${place.column} ${message}`)).toEqual([
    "4:20 'xen.gz' is empty",
    "5:19 'other.gz' is empty",
    "7:19 'old.gz' is empty",
    "10:28 'old.gz' is empty",
  ]);
});

test('no file may be where a path may not be', () => {
  const refuse = (path: string) => (path === 'old.gz' ? 'not this one' : null);
  expect(() => loadPolicy(POLICY, 'p.yml', CALENDAR, refuse)).toThrow('not this one');
  expect(binariesOf(load(POLICY)).map(({ path }) => path)).toEqual([
    'xen.gz',
    'libxenguest.so.4.17',
    'other.gz',
    'old.gz',
    'old.gz',
  ]);
});

test.each(['xen-binary: []', "xen-binary: ''", 'xen-binary: {a: b}'])('refuses %s', (entry) => {
  expect(() => load(`targets: {required: [{${entry}}]}`)).toThrow(PolicyError);
});
