import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { type GrubOutcome, loadOnPlatform, type PvPlatform } from '../../src/grub/load.ts';
import { openKernel } from '../../src/kernel/open.ts';
import { grubHas } from '../../src/programs/grub/facts.ts';
import { readVectors } from '../support/vectors.ts';
import { COLLECTIONS, type Image } from '../xen-library/images.ts';
import { askGrubFile, OPTIONS } from './grub-file.ts';

const PLACES: Readonly<Record<string, () => Image[]>> = {
  'test/vectors/pvgrub': () => readVectors('pvgrub').map(({ id, image }) => ({ id, bytes: image })),
  ...Object.fromEntries(
    Object.entries(COLLECTIONS).filter(([name]) => /cases|kernels|vectors.domu$/.test(name)),
  ),
};

const directory = mkdtempSync(join(tmpdir(), 'grub-file-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** More than enough for every kernel of the tests. */
const GUEST = { guestMemory: 2 ** 32 };

it.each(Object.entries(PLACES))('grub-file answers as we say, with %s', async (_, list) => {
  const has = grubHas(inject('grubFile'));
  const path = join(directory, 'kernel');
  const differences: unknown[] = [];
  for (const { id, bytes } of list()) {
    writeFileSync(path, bytes);
    const kernel = await openKernel(bytesSource(bytes));
    for (const platform of Object.keys(OPTIONS) as PvPlatform[]) {
      const ours = await kernel.examine(() => loadOnPlatform(kernel, platform, has, GUEST));
      const answer = askGrubFile(platform, path);
      if (!isSame(answer, ours)) differences.push({ id, platform, answer, ours });
    }
  }
  expect(differences).toEqual([]);
});

/** What `grub-file` does not come to: it looks at no address, and loads nothing. */
const LATER = ['grub-virt-base', 'grub-out-of-range', 'corrupt-payload', 'grub-crashes-on-zstd'];

function isSame(answer: 'yes' | 'no' | 'crashes', outcome: GrubOutcome): boolean {
  if (!('refusal' in outcome)) return answer === 'yes';
  const { rule, evidence } = outcome.refusal;
  // Where GRUB leaves its memory, it may crash or not.
  if (rule === 'grub-crashes') return true;
  const isLater = LATER.includes(rule) || (rule === 'grub-past-end' && evidence.part === 'segment');
  return isLater || answer === 'no';
}
