import type { Has } from '../../programs/xen/facts/facts.ts';
import type { EvidenceOf } from '../../rules/index.ts';
import { hex } from '../../text/hex.ts';
import { leastMemory } from '../least-memory.ts';
import type { Range } from '../machine.ts';
import { finding, type Refusal } from '../refusal.ts';
import { checkDom0Feature } from './dom0-feature.ts';
import { decompressForDom0 } from './hypervisor.ts';
import { type ParsedImage, parseInHypervisor } from './libelf.ts';
import { type Check, firstRefusal, type Loader, type Refused, refusal } from './loader.ts';
import { SAYS } from './pvh-dom0-says.ts';
import { METADATA, placeMetadata } from './pvh-metadata.ts';
import { ownPlace, placeImage } from './pvh-placement.ts';
import { dom0Ram, isIn } from './pvh-ram.ts';
import { checkCopy, segmentsLeft, writtenAt } from './segment-copy.ts';

/**
 * A PVH dom0: `pvh_load_kernel` (xen/arch/x86/hvm/dom0_build.c), on a PC, without a ramdisk. Neither
 * class nor machine of the ELF file is looked at.
 */
export const pvhDom0: Loader = {
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

/**
 * If a decoder prints nothing, its caller does. gzip panics, and a read outside the file is a
 * fault.
 */
function sayDecompressed(refused: Refusal): Refused {
  const isCaught = refused.rule === 'corrupt-payload' && refused.evidence.codec !== 'gzip';
  if (!isCaught || refused.xenSays !== null) return { refusal: refused };
  return { refusal: { ...refused, xenSays: SAYS.cannotDecompress } };
}

/** Where libelf is silent, its caller is not. */
function sayMore(refused: Refusal): Refused {
  const xenSays = refused.xenSays ?? SAYS.cannotParse;
  return { refusal: { ...refused, xenSays } };
}

function checkEntry({ parameters }: ParsedImage): Check {
  if (parameters.phys32Entry !== null) return null;
  return refusal('no-phys32-entry', {}, SAYS.noEntry);
}

type Built =
  | { readonly refusal: Refusal }
  | { readonly refusal?: never; readonly start: Refusal[] };

/** Places the kernel and what Xen puts beside it in the memory of dom0, and copies it there. */
function buildIn(ram: readonly Range[], image: ParsedImage, has: Has): Built {
  const place = placeImage(image, ram, has);
  if ('refusal' in place) return place;
  const canWrite = (range: Range) => isIn(ram, range);
  const refused = checkCopy(image, place.start, canWrite, SAYS.cannotLoad);
  if (refused) return { refusal: refused };
  const metadata = placeMetadata(place, ram, has);
  if (metadata === null) return { refusal: noRoom(place, SAYS.noRegion) };
  const page = { start: metadata, end: metadata + METADATA };
  if (!canWrite(page)) return { refusal: noRoom(place, SAYS.cannotCopy) };
  const isHit = writtenAt(place.start, image).some(
    ({ start, end }) => start < page.end && end > page.start,
  );
  return { start: [...segmentsLeft(image), ...(isHit ? [overwritten(metadata)] : [])] };
}

function noRoom({ start, end }: Range, xenSays: string): Refusal {
  const bytes = { wanted: Number(end + METADATA), limit: Number(end) };
  return refuseMemory('start-info', { start, end }, bytes, xenSays);
}

/** Why dom0 has no RAM where the kernel wants it: with more memory it would. */
function tooLittle(
  image: ParsedImage,
  { xenSays }: Refusal,
  memory: number,
  wanted: number,
): Refusal {
  return refuseMemory('load-address', ownPlace(image), { wanted, limit: memory }, xenSays);
}

function refuseMemory(
  fault: 'load-address' | 'start-info',
  { start, end }: Range,
  bytes: Pick<EvidenceOf<'too-large-for-memory'>, 'wanted' | 'limit'>,
  xenSays: string | null,
): Refusal {
  const place = { start: hex(start), end: hex(end) };
  return refusal('too-large-for-memory', { fault, ...bytes, ...place, declared: null }, xenSays);
}

function overwritten(metadata: bigint): Refusal {
  return finding('start-info-over-kernel', { address: hex(metadata) });
}
