import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discover } from '../../src/artifacts/discover.ts';
import { sampleKernel } from '../../src/demo/sample.ts';
import { type CheckAll, checkInTurn } from '../../src/gate/check-all.ts';
import { type GateRequest, runGate } from '../../src/gate/gate.ts';
import { timeLimit } from '../../src/gate/time-limit.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { NO_POLICY, type Policy } from '../../src/policy/policy.ts';
import { settle } from '../../src/policy/settings.ts';
import { reportParts } from '../../src/report/json.ts';
import { checkOnThreads, type StartThread } from '../../src/threads/pool.ts';
import { buildDeb, buildTar } from '../support/archives.ts';
import { builds, CALENDAR } from '../support/builds.ts';
import { kernelWith, PV_NOTES, PVH_NOTE } from '../support/kernels.ts';
import { buildPe, buildUki } from '../support/pe-builder.ts';
import { tempFiles } from '../support/temp-files.ts';
import { startBroken, startDying, startHere } from '../support/threads.ts';
import { xenImage } from '../support/xen-builder.ts';
import { buildZip } from '../support/zips.ts';

const PV = kernelWith(PV_NOTES);
const PVH = kernelWith([...PV_NOTES, PVH_NOTE]);
const XEN = 'debian-12,ubuntu-24.04,4.1,4.17,4.17.7+no-domu-lzo';

function caseOf(name: string): Uint8Array {
  return readFileSync(new URL(`../cases/${name}`, import.meta.url));
}

/** What a directory may have, good and bad. */
const KINDS = {
  pv: PV,
  pvh: PVH,
  old: sampleKernel(),
  none: 'this is no kernel',
  empty: '',
  gzip: gzipSync(PV),
  'cut.gz': gzipSync(PV).subarray(0, 200),
  'two.deb': buildDeb({
    files: [
      { name: './boot/vmlinuz-1', content: PV },
      { name: './boot/vmlinuz-2', content: sampleKernel() },
    ],
  }),
  'none.deb': buildDeb({ files: [{ name: './usr/share/doc', content: 'none' }] }),
  'cut.tar': buildTar([
    { name: 'boot/vmlinuz-1', content: PVH },
    { name: 'boot/vmlinuz-2', content: PV },
  ]).subarray(0, 6000),
  'deb-in.zip': buildZip([
    { name: 'a.deb', content: buildDeb({ files: [{ name: './boot/vmlinuz', content: PVH }] }) },
  ]),
  'uki.efi': buildUki(PVH),
  'xen.efi': buildPe([
    { name: '.text', content: xenImage() },
    { name: '.config', content: new TextEncoder().encode('[global]\ndefault=a\n[a]\nkernel=x\n') },
    { name: '.kernel', content: PVH },
  ]),
  'stored.img': caseOf('lzo-stored-block.img'),
  'wrapping.elf': caseOf('wrapping-segment.elf'),
} satisfies Record<string, Uint8Array | string>;

async function requestOf(
  root: string,
  names: readonly string[],
  policy: Policy = NO_POLICY,
): Promise<GateRequest> {
  const paths = names.map((name) => join(root, name));
  const { artifacts, problems, unmatched } = await discover(paths);
  return {
    artifacts,
    problems: [...problems, ...unmatched.map(({ path, message }) => ({ path, message }))],
    ...settle(policy, { builds: builds(XEN) }, CALENDAR),
  };
}

async function jsonOf(request: GateRequest, checkAll?: CheckAll): Promise<string> {
  return [...reportParts(await runGate(request, checkAll && { checkAll }))].join('');
}

function pool(start: StartThread, jobs = 3): CheckAll {
  return checkOnThreads(start, { jobs, isWorth: () => true });
}

describe('a run on threads', () => {
  it('has the report of a run on one, byte for byte', async () => {
    const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...kinds), { minLength: 2, maxLength: 12 }),
        fc.integer({ min: 2, max: 8 }),
        async (chosen, jobs) => {
          const files = Object.fromEntries(chosen.map((kind, i) => [`${i}-${kind}`, KINDS[kind]]));
          const root = tempFiles(files);
          const request = await requestOf(root, [...Object.keys(files), 'gone']);
          expect(await jsonOf(request, pool(startHere, jobs))).toBe(await jsonOf(request));
        },
      ),
      { numRuns: 12 },
    );
  });

  it('names in one problem what it had no time for', async () => {
    const root = tempFiles({ a: PV, b: PV, c: PVH, d: PV });
    let now = 0;
    const request = {
      ...(await requestOf(root, ['a', 'b', 'c', 'd'])),
      ...timeLimit(1000, () => now),
    };
    const late = (checkAll: CheckAll): CheckAll => {
      now = 0;
      return (tasks, asked, answer, follower) =>
        checkAll(
          tasks,
          asked,
          (place, one) => {
            answer(place, one);
            now = 5000;
          },
          follower,
        );
    };
    const inTurn = await runGate(request, { checkAll: late(checkInTurn) });
    const onThreads = await runGate(request, { checkAll: late(pool(startHere, 2)) });
    expect(inTurn.kernels.map(({ path }) => path)).toEqual([join(root, 'a')]);
    expect(onThreads.kernels.map(({ path }) => path)).toEqual(
      ['a', 'b'].map((one) => join(root, one)),
    );
    expect(onThreads.problems).toEqual([
      {
        path: join(root, 'c'),
        message: `not checked, because the run took more than 1s, the limit of "max-time", nor 1 input after it: ${join(root, 'd')}`,
      },
    ]);
  });

  it('checks lost boot paths again', async () => {
    const root = tempFiles({ before: PVH, a: PV, b: PV });
    const text = `baseline: ${join(root, 'before')}\nkernels:\n  x: [${join(root, 'a')}, ${join(root, 'before')}]\n`;
    const policy = loadPolicy(text, 'gate.yml', CALENDAR);
    const request = await requestOf(root, ['a', 'b'], policy);
    const json = await jsonOf(request, pool(startHere));
    expect(json).toContain('boot-path-lost');
    expect(json).toBe(await jsonOf(request));
  });
});

describe('a thread that ends by itself', () => {
  it('is a problem of the kernel that it was at, and of no other', async () => {
    const root = tempFiles({ a: PV, 'b-bad': PV, c: PVH, d: PV });
    const request = await requestOf(root, ['a', 'b-bad', 'c', 'd']);
    const { kernels, problems } = await runGate(request, {
      checkAll: pool(
        startDying(({ path }) => path.endsWith('bad')),
        2,
      ),
    });
    expect(kernels.map(({ path }) => path)).toEqual(['a', 'c', 'd'].map((one) => join(root, one)));
    expect(problems).toEqual([
      { path: join(root, 'b-bad'), message: 'cannot be checked: the thread ran out of memory' },
    ]);
  });

  it('leaves the other kernels of an archive to the next one', async () => {
    const deb = KINDS['two.deb'];
    const root = tempFiles({ a: PV, 'bad.deb': deb });
    const request = await requestOf(root, ['a', 'bad.deb']);
    const start = startDying(({ tasks }) => tasks.length === 2);
    const { kernels, problems } = await runGate(request, { checkAll: pool(start, 2) });
    expect(kernels.map(({ path }) => path)).toEqual([
      join(root, 'a'),
      join(root, 'bad.deb!/boot/vmlinuz-2'),
    ]);
    expect(problems.map(({ path }) => path)).toEqual([join(root, 'bad.deb!/boot/vmlinuz-1')]);
  });

  it.each([
    ['before it is ready', startBroken],
    [
      'and cannot even be started',
      () => {
        throw new Error('EAGAIN');
      },
    ],
  ] satisfies [string, StartThread][])('%s leaves all to this one', async (_, start) => {
    const root = tempFiles({ a: PV, b: PVH, 'c.deb': KINDS['two.deb'] });
    const request = await requestOf(root, ['a', 'b', 'c.deb']);
    expect(await jsonOf(request, pool(start))).toBe(await jsonOf(request));
  });
});

describe('no thread is started', () => {
  const never: StartThread = () => {
    throw new Error('started');
  };
  const fails = (start: StartThread, names: readonly string[], jobs = 4) => {
    let count = 0;
    const counting: StartThread = (events) => {
      count++;
      return start(events);
    };
    const root = tempFiles(Object.fromEntries(names.map((name) => [name, PV])));
    return requestOf(root, names)
      .then((request) => runGate(request, { checkAll: checkOnThreads(counting, { jobs }) }))
      .then(({ kernels }) => [kernels.length, count]);
  };

  it('for one kernel', async () => {
    expect(await fails(never, ['a'])).toEqual([1, 0]);
  });

  it('for a few small ones', async () => {
    expect(await fails(never, ['a', 'b', 'c'])).toEqual([3, 0]);
  });

  it('for one job', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `k${i}`);
    expect(await fails(never, names, 1)).toEqual([40, 0]);
    expect(await fails(startHere, names, 2)).toEqual([40, 2]);
  });
});
