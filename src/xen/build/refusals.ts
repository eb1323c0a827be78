import type { Has } from '../../programs/xen/facts/facts.ts';
import type { EvidenceOf, RuleId } from '../../rules/index.ts';
import { hex } from '../../text/hex.ts';
import { MOST_MEMORY } from '../machine.ts';
import { type Refusal, refusalAt } from '../refusal.ts';
import type { Failure } from './failure.ts';
import { PAGE } from './pages.ts';
import { sayFailure } from './says.ts';

/** What was to be built. */
export interface Attempt {
  readonly container: 'pv' | 'pvh';
  /** The first page of the guest, and the image; addresses in bytes. */
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

/** A refusal of the stage `build`, by the rule that a failure falls under. */
export function refuseBuild(failure: Failure, attempt: Attempt, has: Has): Refusal {
  const { container, total, needsMemory: wanted } = attempt;
  const refuse = <K extends RuleId>(rule: K, evidence: EvidenceOf<K>) =>
    refusalAt('build', rule, evidence, sayFailure(failure, total, has));
  const [start, end, virtBase] = [hex(attempt.start), hex(attempt.end), hex(attempt.base)];
  const guest = { virtBase, guestPages: Number(total) };
  const limit = Number(total * PAGE);
  switch (failure.why) {
    case 'unaligned':
      return refuse('unaligned-start', { address: hex(failure.address) });
    case 'too-low':
      return failure.address === attempt.start
        ? refuse('start-below-virt-base', { start, virtBase: hex(failure.end) })
        : refuse('mapping-wraps', {});
    case 'empty':
      return refuse('empty-image', {});
    case 'too-large':
    case 'out-of-range':
      return attempt.start - attempt.base >= MOST_MEMORY
        ? refuse('far-from-virt-base', { container, start, virtBase })
        : refuse('too-large-for-guest', { wanted, limit, container, start, end, virtBase });
    case 'mapping':
    case 'unpinnable': {
      const mappedPages = Number(failure.pages);
      return refuse('mapping-too-large-for-guest', { wanted, limit, mappedPages });
    }
    case 'no-ram':
    case 'firmware-no-ram':
      return refuse('no-ram-at-load-address', {
        start: hex(failure.frame * PAGE),
        end: hex((failure.frame + failure.pages) * PAGE),
      });
    case 'hangs':
      return refuse('toolstack-hangs', {});
    case 'aborts':
      return refuse('toolstack-aborts', { address: hex(attempt.initP2m ?? 0n), ...guest });
    case 'crashes':
      return refuse('toolstack-crashes', { fault: 'file', address: null, ...guest });
    case 'wraps':
      return refuse('mapping-wraps', {});
    case 'p2m-inside-mapping':
      return refuse('p2m-inside-mapping', { address: hex(attempt.initP2m ?? 0n) });
    case 'hypercall-page': {
      const address = hex(attempt.hypercallPage ?? 0n);
      return failure.checked
        ? refuse('hypercall-page-outside-guest', { address, ...guest })
        : refuse('toolstack-crashes', { fault: 'hypercall-page', address, ...guest });
    }
    case 'auto-translated':
      return refuse('needs-auto-translation', {});
    case 'guest-type':
      return refuse('guest-type-unsupported', { guestType: 'xen-3.0-x86_32' });
    case 'bin-image':
      return refuse('bad-bin-image', { fault: 'size', flags: null });
  }
}
