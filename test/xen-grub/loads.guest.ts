import { readdirSync, readFileSync } from 'node:fs';
import { expect, inject, it } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { type GrubOutcome, loadOnPlatform } from '../../src/grub/load.ts';
import { openKernel } from '../../src/kernel/open.ts';
import { grubHas } from '../../src/programs/grub/facts.ts';
import { readXen } from '../xen-boot/boot.ts';
import { IMAGES } from '../xen-boot/images.ts';
import { startGuests } from './guests.ts';

/** One real kernel in each compression but xz, which takes GRUB too long without KVM. */
const PACKED = readdirSync('test/kernels')
  .filter((name) => name.startsWith('vmlinuz-6.12') && !name.includes('.xz'))
  .map((name) => [name, readFileSync(`test/kernels/${name}`)] as const);
const KERNELS: readonly (readonly [string, Uint8Array])[] = [...Object.entries(IMAGES), ...PACKED];

/** The guest of the test. */
const GUEST = { guestMemory: 384 * 2 ** 20 };

it('GRUB in a PV guest does what we say', async () => {
  const has = grubHas(inject('grubGuest'));
  const consoles = await startGuests(
    readXen(inject('xen')),
    KERNELS.map(([, bytes]) => bytes),
  );
  const differences: unknown[] = [];
  const seen = new Set<string>();
  for (const [i, [name, bytes]] of KERNELS.entries()) {
    const kernel = await openKernel(bytesSource(bytes));
    const ours = said(await kernel.examine(() => loadOnPlatform(kernel, 'x86_64-xen', has, GUEST)));
    const theirs = printed(consoles[i] ?? '');
    seen.add(theirs);
    const isSame = ours === theirs || (ours === CRASHES && theirs === STARTS);
    if (!isSame) differences.push({ name, ours, theirs, console: consoles[i] });
  }
  expect(differences).toEqual([]);
  expect([...seen]).toEqual(expect.arrayContaining(['starts it', 'not xen image']));
}, 900_000);

const STARTS = 'starts it';
/** Where GRUB leaves its memory it prints nothing: it may crash, or go on with what it finds there. */
const CRASHES = 'crashes';

function said(outcome: GrubOutcome): string {
  if (!('refusal' in outcome)) return STARTS;
  return outcome.refusal.xenSays ?? CRASHES;
}

/** The first error, which is that of `linux` or of `boot`. */
function printed(console: string): string {
  if (!console.includes('GRUB-STARTED')) return `did not start: ${console}`;
  const [, error] = /^error: (.*?)\.?$/m.exec(console) ?? [];
  if (error !== undefined) return error;
  return console.includes('GRUB-LOADED') ? STARTS : CRASHES;
}
