import { expect, test } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { KERNEL_NAME } from '../../src/grub/files/file.ts';
import { type GrubOutcome, type GrubPlatform, loadOnPlatform } from '../../src/grub/load.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { openKernel } from '../../src/kernel/open.ts';
import { grubHas } from '../../src/programs/grub/facts.ts';
import { compareGrubReleases, GRUB_RELEASES } from '../../src/programs/grub/releases.ts';
import { slimmedKernel } from '../support/slimmed-kernels.ts';
import { readLines, readVectors } from '../support/vectors.ts';

/** What GRUB's own code did with an image, as it was recorded. */
interface Recorded {
  readonly platform: GrubPlatform;
  /** Ranges of releases, `2.02-beta2..2.12`. */
  readonly releases: readonly string[];
  readonly accepted: boolean;
  readonly message?: string;
  readonly stage?: 'linux' | 'boot';
  /** It crashed, or its answer depended on the contents of its memory. */
  readonly undefined?: true;
}

/** The guest of the recordings. */
const GUEST = { guestMemory: 2 ** 30 };

/** The name of the kernel there. */
const RECORDED_NAME = '/k';

function releasesIn(ranges: readonly string[]): string[] {
  return GRUB_RELEASES.map(({ version }) => version).filter((version) =>
    ranges.some((range) => {
      const [first = range, last = first] = range.split('..');
      return compareGrubReleases(version, first) >= 0 && compareGrubReleases(version, last) <= 0;
    }),
  );
}

async function differences(kernel: Kernel, results: readonly Recorded[]): Promise<string[]> {
  const found: string[] = [];
  for (const result of results) {
    for (const version of releasesIn(result.releases)) {
      const outcome = await kernel.examine(() =>
        loadOnPlatform(kernel, result.platform, grubHas(version), GUEST),
      );
      const [ours, theirs] = [said(outcome), recorded(result, outcome)];
      if (ours !== theirs)
        found.push(`${result.platform} ${version}: ${ours} instead of ${theirs}`);
    }
  }
  return found;
}

/** What stage fails, and what GRUB prints. */
function said(outcome: GrubOutcome): string {
  if (!('refusal' in outcome)) return 'boots';
  const { stage, xenSays } = outcome.refusal;
  return `${stage === 'build' ? 'boot' : 'linux'}: ${xenSays?.replace(KERNEL_NAME, RECORDED_NAME) ?? null}`;
}

function recorded(result: Recorded, outcome: GrubOutcome): string {
  if (result.undefined) return 'refusal' in outcome ? said(outcome) : 'no boot';
  return result.accepted ? 'boots' : `${result.stage}: ${result.message}`;
}

const VECTORS = readVectors<Recorded>('pvgrub');
const KERNELS = readLines<{ file: string; results: Recorded[] }>('pvgrub-kernels.jsonl');

test.each(VECTORS)('GRUB on $id, in every release', async ({ image, results }) => {
  const kernel = await openKernel(bytesSource(image));
  expect(await differences(kernel, results)).toEqual([]);
});

test.each(KERNELS)('GRUB on $file, in every release', async ({ file, results }) => {
  const kernel = await openKernel(bytesSource(slimmedKernel(file)));
  expect(await differences(kernel, results)).toEqual([]);
});
