import type { Has } from '../../programs/xen/facts/facts.ts';
import { formatMemory } from '../../text/size.ts';
import { leastMemory } from '../least-memory.ts';
import { hex } from '../libelf/checks.ts';
import type { Range } from '../machine.ts';
import { finding, type Refusal } from '../refusal.ts';
import { checkDom0Feature } from './dom0-feature.ts';
import { decompressForDom0 } from './hypervisor.ts';
import { type ParsedImage, parseInHypervisor } from './libelf.ts';
import { type Check, firstRefusal, type Loader, type Refused, refusal } from './loader.ts';
import { METADATA, placeMetadata } from './pvh-metadata.ts';
import { ownPlace, placeImage } from './pvh-placement.ts';
import { dom0Ram, isIn } from './pvh-ram.ts';
import { checkCopy, segmentsLeft, writtenAt } from './segment-copy.ts';

/**
 * A PVH dom0: `pvh_load_kernel` (xen/arch/x86/hvm/dom0_build.c), on a PC, without a ramdisk. Neither
 * class nor machine of the ELF file is looked at.
 */
export const pvhDom0: Loader = {
  exists: (has) => has('pvh-dom0'),
  load(kernel, has, { dom0Memory }) {
    const decompressed = decompressForDom0(kernel, has);
    if ('refusal' in decompressed) return sayDecompressed(decompressed.refusal);
    const parsed = parseInHypervisor(decompressed.elf, 'pvh', has);
    if ('refusal' in parsed) return sayMore(parsed.refusal);
    const refused = firstRefusal([
      () => checkEntry(parsed),
      () => (has('pvh-dom0-asks-dom0-feature') ? checkDom0Feature(parsed) : null),
    ]);
    if (refused) return { refusal: refused };
    const build = (memory: number) => buildIn(dom0Ram(memory), parsed, has);
    const needsMemory = leastMemory((memory) => !build(memory).refusal, dom0Memory);
    const built = build(dom0Memory);
    if (!built.refusal) return { image: parsed, start: built.start, needsMemory };
    if (needsMemory === null) return built;
    return { refusal: tooLittle(parsed, built.refusal, dom0Memory, needsMemory), needsMemory };
  },
};

/** Where a decoder is silent, its caller is not; gzip panics, and what lies outside the file is a fault. */
function sayDecompressed(refused: Refusal): Refused {
  const isCaught = refused.rule === 'corrupt-payload' && refused.evidence.codec !== 'gzip';
  if (!isCaught || refused.xenSays !== null) return { refusal: refused };
  return { refusal: { ...refused, xenSays: 'Error trying to detect bz compressed kernel' } };
}

/** Where libelf is silent, its caller is not. */
function sayMore(refused: Refusal): Refused {
  const xenSays = refused.xenSays ?? 'Unable to parse kernel for ELFNOTES';
  return { refusal: { ...refused, xenSays } };
}

function checkEntry({ parameters }: ParsedImage): Check {
  if (parameters.phys32Entry !== null) return null;
  return refusal(
    'no-phys32-entry',
    'There is no PHYS32_ENTRY note: the kernel does not say where a PVH domain enters it.',
    'Unable to find XEN_ELFNOTE_PHYS32_ENTRY address',
  );
}

type Built =
  | { readonly refusal: Refusal }
  | { readonly refusal?: never; readonly start: Refusal[] };

/** Places the kernel and what Xen puts beside it in the memory of dom0, and copies it there. */
function buildIn(ram: readonly Range[], image: ParsedImage, has: Has): Built {
  const place = placeImage(image, ram, has);
  if ('refusal' in place) return place;
  const canWrite = (range: Range) => isIn(ram, range);
  const refused = checkCopy(image, place.start, canWrite, CANNOT_LOAD);
  if (refused) return { refusal: refused };
  const metadata = placeMetadata(place, ram, has);
  if (metadata === null) return { refusal: noRoom(place, NO_REGION) };
  const page = { start: metadata, end: metadata + METADATA };
  if (!canWrite(page)) return { refusal: noRoom(place, CANNOT_COPY) };
  const isHit = writtenAt(place.start, image).some(
    ({ start, end }) => start < page.end && end > page.start,
  );
  return { start: [...segmentsLeft(image), ...(isHit ? [overwritten(metadata)] : [])] };
}

const CANNOT_LOAD = 'Failed to load kernel: -1';
const NO_REGION = 'Unable to find a memory region to load initrd and metadata';
const CANNOT_COPY = 'Unable to copy guest command line';

function noRoom({ start, end }: Range, xenSays: string): Refusal {
  const message = `The kernel takes physical addresses ${hex(start)} to ${hex(end)}, and Xen finds no RAM beside it for the command line and the start info.`;
  const evidence = { wanted: Number(end + METADATA), limit: Number(end) };
  return refusal('too-large-for-memory', message, xenSays, evidence);
}

/** Why dom0 has no RAM where the kernel wants it: with more memory it would. */
function tooLittle(
  image: ParsedImage,
  { xenSays }: Refusal,
  memory: number,
  wanted: number,
): Refusal {
  const { start, end } = ownPlace(image);
  const message = `The kernel takes physical addresses ${hex(start)} to ${hex(end)}, for which dom0 has to have ${formatMemory(wanted)}, and it has ${formatMemory(memory)}.`;
  const evidence = { wanted, limit: memory };
  return refusal('too-large-for-memory', message, xenSays, evidence);
}

function overwritten(metadata: bigint): Refusal {
  return finding(
    'start-info-over-kernel',
    `Xen puts the command line and the start info at ${hex(metadata)}, over a segment of the kernel.`,
  );
}
