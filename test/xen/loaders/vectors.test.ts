import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/bytes/bytes.ts';
import type { Kernel } from '../../../src/kernel/kernel.ts';
import { openKernel } from '../../../src/kernel/open.ts';
import { CLAIMED_PATHS, type XenPath } from '../../../src/programs/boot-path.ts';
import { checkKernel, type Verdict } from '../../../src/xen/check-kernel.ts';
import { DEFAULT_MACHINE } from '../../../src/xen/machine.ts';
import { RECORDED_BUILDS, readLines, readVectors, releasesIn } from '../../support/vectors.ts';

/** What one loader of some releases answered. */
interface Recorded {
  readonly boot: string;
  readonly releases: readonly string[];
  readonly accepted: boolean;
  /** The declared size or the payload's corruption makes Xen's own result undefined. */
  readonly undefined?: true;
  readonly messages?: readonly string[];
  readonly message?: string;
  /**
   * Sizes of the guest, in MiB. Then the toolstack was run to the end of `xc_dom_boot_image`: of its
   * messages the last one is the reason, unless it only wrote one to its log.
   */
  readonly memory?: readonly number[];
  readonly log?: string;
  /** The toolstack itself does not come back. */
  readonly dies?: keyof typeof DEATHS;
}

interface Case {
  readonly id: string;
  readonly image: Uint8Array;
  readonly results: readonly Recorded[];
}

const MIB = 2 ** 20;
const DEFAULT_MEMORY = DEFAULT_MACHINE.guestMemory / MIB;
const DEATHS = { hang: 'toolstack-hangs', abort: 'toolstack-aborts', crash: 'toolstack-crashes' };

/** Real kernels, with what the loaders answered and how the toolstack went on. */
function kernels(): Case[] {
  const builds = new Map(
    readLines<{ file: string; results: Recorded[] }>('domu-build-kernels.jsonl').map(
      ({ file, results }) => [file, results],
    ),
  );
  return readLines<{ file: string; results: Recorded[] }>('kernels.jsonl').map(
    ({ file, results }) => ({
      id: file,
      image: readFileSync(`test/kernels/${file}`),
      results: [...results, ...(builds.get(file) ?? [])],
    }),
  );
}

/** Recordings of the toolstack that end with the parse, but for what was refused later. */
function domu(): Case[] {
  const changes = new Map(
    readLines<{ id: string; results: Recorded[] }>('domu-changes.jsonl').map(({ id, results }) => [
      id,
      results,
    ]),
  );
  return readVectors<Recorded>('domu').map(({ id, image, results }) => {
    const later = changes.get(id) ?? [];
    return { id, image, results: [...results.flatMap((one) => before(one, later)), ...later] };
  });
}

/** A result without the releases that others overrule. */
function before(result: Recorded, later: readonly Recorded[]): Recorded[] {
  const overruled = later
    .filter(({ boot }) => boot === result.boot)
    .flatMap(({ releases }) => releasesIn(releases));
  const releases = releasesIn(result.releases).filter((version) => !overruled.includes(version));
  return releases.length === 0 ? [] : [{ ...result, releases }];
}

/**
 * The share of the recorded lines that are the same. The hypervisor quotes 15
 * letters of a longer name, and the recorder 16. Lines after Xen read beyond the file differ, and so
 * does the choice of the message for a stream with several errors.
 */
const FILES: readonly [string, () => Case[], number][] = [
  ['domu', domu, 0.995],
  ['domu-build', () => readVectors<Recorded>('domu-build'), 1],
  ['dom0', () => readVectors<Recorded>('dom0'), 0.97],
  ['kernels', kernels, 1],
];

describe.each(FILES)('the loaders on %s', (_name, cases, said) => {
  it('load what Xen loaded, for every image, release and boot path, and say what it said', async () => {
    const wrong: unknown[] = [];
    const lines = { recorded: 0, said: 0 };
    let compared = 0;
    for (const { id, image, results } of cases()) {
      const verdicts = await checkAll(image, results);
      for (const { recorded, memory, version } of results.flatMap(each)) {
        const verdict = verdicts.get(`${recorded.boot} ${memory}`)?.get(version);
        if (!verdict?.supported) continue;
        compared++;
        const loads = recorded.accepted && !recorded.undefined;
        if (verdict.loads !== loads || !isMemoryRight(verdict, memory)) {
          wrong.push({ id, version, memory, recorded, verdict });
        }
        if (recorded.undefined) continue;
        for (const line of messagesOf(recorded)) {
          lines.recorded++;
          if (verdict.refusals.some(({ xenSays }) => xenSays?.includes(line))) lines.said++;
        }
        if (recorded.dies) expect(verdict.refusals[0]?.rule).toBe(DEATHS[recorded.dies]);
      }
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(compared).toBeGreaterThan(4_000);
    expect(lines.said / lines.recorded).toBeGreaterThanOrEqual(said);
  });
});

function each(recorded: Recorded) {
  const { memory: sizes = [DEFAULT_MEMORY], releases } = recorded;
  const versions = releasesIn(releases);
  return sizes.flatMap((memory) => versions.map((version) => ({ recorded, memory, version })));
}

/** What loads, loads with the least memory that it needs, or more. */
function isMemoryRight({ boot, loads, needsMemory }: Verdict, memory: number): boolean {
  if (!loads || !boot.endsWith('domu')) return true;
  return needsMemory !== null && needsMemory <= memory * MIB;
}

/** The verdicts by what was recorded, `pv-domu 256`, and release; the file is opened once. */
async function checkAll(image: Uint8Array, results: readonly Recorded[]) {
  const kernel = await openKernel(bytesSource(image));
  return kernel.examine(() => {
    const known = new Map<string, Map<string, Verdict>>();
    for (const { boot, memory: sizes = [DEFAULT_MEMORY] } of results) {
      const path = CLAIMED_PATHS.find((one) => one === boot);
      for (const memory of path ? sizes : []) {
        const key = `${boot} ${memory}`;
        if (path && !known.has(key)) known.set(key, checkWith(kernel, path, memory));
      }
    }
    return known;
  });
}

function checkWith(kernel: Kernel, boot: XenPath, memory: number): Map<string, Verdict> {
  const machine = { ...DEFAULT_MACHINE, guestMemory: memory * MIB };
  return new Map(
    checkKernel(kernel, boot, RECORDED_BUILDS, machine).flatMap((verdict) =>
      verdict.builds.map(({ release }) => [release.version, verdict] as const),
    ),
  );
}

/** What Xen printed; a page fault is the recorder's word for where it printed nothing. */
function messagesOf({ messages = [], message, memory, log, dies }: Recorded): string[] {
  if (dies) return [];
  const said = log ? [log] : memory ? messages.slice(-1) : messages;
  return [...said, ...(message ? [message] : [])]
    .filter((line) => !line.startsWith('page fault (host signal'))
    .map((line) => line.trim());
}
