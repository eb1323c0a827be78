import type { Has } from '../../programs/xen/facts/facts.ts';
import type { RuleId } from '../../rules/index.ts';
import { formatMemory } from '../../text/size.ts';
import { hex } from '../libelf/checks.ts';
import { MOST_MEMORY } from '../machine.ts';
import { type EvidenceArgument, type Refusal, refusalAt } from '../refusal.ts';
import type { Failure } from './failure.ts';
import { PAGE, wrap } from './pages.ts';
import { sayFailure } from './says.ts';

/** What was to be built, for the words about it. */
export interface Attempt {
  readonly container: 'pv' | 'pvh';
  /** Where the guest's first page lies, and the image; addresses in bytes. */
  readonly base: bigint;
  readonly start: bigint;
  readonly end: bigint;
  readonly initP2m: bigint | null;
  readonly hypercallPage: bigint | null;
  /** Pages of the guest. */
  readonly total: bigint;
  /** The least memory that the kernel needs, in bytes; `null` where none is enough. */
  readonly needsMemory: number | null;
}

/** A refusal of the stage `build`. */
export function refuseBuild(failure: Failure, attempt: Attempt, has: Has): Refusal {
  const { base, total } = attempt;
  const says = sayFailure(failure, total, has);
  const refuse = <K extends RuleId>(kind: K, message: string, ...evidence: EvidenceArgument<K>) =>
    refusalAt('build', kind, message, says, ...evidence);
  switch (failure.why) {
    case 'unaligned': {
      const address = hex(failure.address);
      const message = `The image starts at ${address}, which is no multiple of the page size, 0x1000.`;
      return refuse('unaligned-start', message, { address });
    }
    case 'too-low': {
      if (failure.address !== attempt.start) return refuse('mapping-wraps', MAPPING_WRAPS);
      const [start, virtBase] = [hex(failure.address), hex(failure.end)];
      const message = `The image starts at ${start}, and the toolstack of this release counts the memory of the guest from VIRT_BASE, ${virtBase}.`;
      return refuse('start-below-virt-base', message, { start, virtBase });
    }
    case 'empty':
      return refuse('empty-image', 'The loadable segments of the image take no memory.');
    case 'too-large':
    case 'out-of-range':
      return isFar(attempt)
        ? refuse('far-from-virt-base', farFromBase(attempt), {
            start: hex(attempt.start),
            virtBase: hex(base),
          })
        : refuse('too-large-for-guest', tooLarge(attempt), memories(attempt));
    case 'mapping':
    case 'unpinnable': {
      const message = `The toolstack maps the kernel, and what it places behind it, up to page ${failure.pages}, and the guest has ${total} pages, ${memoryOf(total)}. ${needed(attempt)}`;
      return refuse('mapping-too-large-for-guest', message, memories(attempt));
    }
    case 'no-ram':
    case 'firmware-no-ram': {
      const [start, end] = [failure.frame, failure.frame + failure.pages].map((frame) =>
        hex(frame * PAGE),
      ) as [string, string];
      const message = `The toolstack places a part of the guest at ${start} to ${end}, where the guest has no RAM: below 4 GiB, the last part of the addresses is for devices.`;
      return refuse('no-ram-at-load-address', message, { start, end });
    }
    case 'hangs':
      return refuse(
        'toolstack-hangs',
        'What the toolstack maps for the start of the kernel reaches the last 4 MiB of the address space, where its search for the end of the mapping never ends.',
      );
    case 'aborts': {
      const address = hexOr(attempt.initP2m);
      const message = `INIT_P2M is ${address}, and the list of the guest's ${total} pages runs from there into the mapping of the kernel, which starts at VIRT_BASE, ${hex(base)}.`;
      return refuse('toolstack-aborts', message, { address });
    }
    case 'crashes':
      return refuse(
        'toolstack-crashes',
        'A segment does not lie in the file or in the image, and the toolstack of this release copies it without a check.',
        { fault: 'file' },
      );
    case 'wraps':
      return refuse('mapping-wraps', MAPPING_WRAPS);
    case 'p2m-inside-mapping': {
      const address = hexOr(attempt.initP2m);
      const message = `INIT_P2M is ${address}: cut to the 48 bits that page tables look at, this lies in the mapping of the kernel.`;
      return refuse('p2m-inside-mapping', message, { address });
    }
    case 'hypercall-page': {
      const address = hexOr(attempt.hypercallPage);
      const message = hypercallPage(attempt);
      return failure.checked
        ? refuse('hypercall-page-outside-guest', `${message}.`, { address })
        : refuse('toolstack-crashes', `${message}; this release does not check that.`, {
            fault: 'hypercall-page',
          });
    }
    case 'auto-translated':
      return refuse(
        'needs-auto-translation',
        'FEATURES requires "auto_translated_physmap", which no PV guest has any more.',
      );
    case 'guest-type':
      return refuse(
        'guest-type-unsupported',
        'The kernel is i386 without PAE, which no Xen since 4.0 runs on 64 bits.',
        { guestType: 'xen-3.0-x86_32' },
      );
    case 'bin-image':
      return refuse(
        'bad-bin-image',
        'The file has a xen_bin_image_table, which the toolstack goes by, and the image ends before its start.',
        { fault: 'size' },
      );
  }
}

export const MAPPING_WRAPS =
  'What the toolstack maps for the start of the kernel runs over the top of the address space.';

/** More than any guest has, in bytes. */
const OUT_OF_REACH = BigInt(MOST_MEMORY);

function isFar({ base, start }: Attempt): boolean {
  return start - base >= OUT_OF_REACH;
}

function tooLarge({ container, base, start, end, total, needsMemory }: Attempt): string {
  const size = wrap(end - start);
  if (size >= OUT_OF_REACH) {
    return `The image takes ${hex(start)} to ${hex(end)}, more than any guest has.`;
  }
  const facts = `The guest has ${memoryOf(total)} of memory. ${needed({ needsMemory })}`;
  const gap = start - base;
  if (gap <= size) return facts;
  return container === 'pvh' && base === 0n
    ? `${facts} The image is loaded at ${hex(start)}, and the memory before counts.`
    : `${facts} The image starts at ${hex(start)}, ${mebibytes(gap)} above VIRT_BASE, ${hex(base)}, and the guest gets memory for this gap, too.`;
}

function memories({ needsMemory, total }: Attempt): { wanted: number | null; limit: number } {
  return { wanted: needsMemory, limit: Number(total * PAGE) };
}

function farFromBase({ container, base, start }: Attempt): string {
  if (base === 0n) {
    return container === 'pvh'
      ? `The image is to be loaded at the physical address ${hex(start)}, where no guest has memory.`
      : `There is no VIRT_BASE, or it is 0, and the image starts at ${hex(start)}: the guest would get memory for all addresses from 0 on, and none has so much.`;
  }
  return `VIRT_BASE is ${hex(base)} and the image starts at ${hex(start)}: the guest would get memory for all addresses between, and none has so much.`;
}

function needed({ needsMemory }: Pick<Attempt, 'needsMemory'>): string {
  return needsMemory === null
    ? 'No memory is enough for this kernel.'
    : `This kernel needs ${formatMemory(needsMemory)}.`;
}

function hypercallPage({ hypercallPage, base, total }: Attempt): string {
  const value = `HYPERCALL_PAGE is ${hexOr(hypercallPage)}`;
  if (hypercallPage !== null && hypercallPage < base) {
    return `${value}, below VIRT_BASE, ${hex(base)}, where the memory of the guest starts`;
  }
  const frame = ((hypercallPage ?? 0n) - base) / PAGE;
  return `${value}, in page ${frame} from VIRT_BASE on, and the guest has ${total} pages`;
}

const hexOr = (address: bigint | null) => (address === null ? 'unset' : hex(address));
const memoryOf = (pages: bigint) => formatMemory(Number(pages * PAGE));

/** Rounded up. */
function mebibytes(bytes: bigint): string {
  return `${(bytes + (1n << 20n) - 1n) >> 20n} MiB`;
}
