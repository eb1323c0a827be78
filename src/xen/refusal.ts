import type { Evidence, EvidenceArgument } from './evidence.ts';

/**
 * The ways in which a kernel fails, as the code in `xen/` reports them. Each is a rule of the same
 * name under `src/rules/`; the compiler checks that none is missing there.
 */
export type RefusalKind =
  // container
  | 'not-a-kernel'
  | 'boot-protocol-too-old'
  | 'payload-outside-file'
  // payload
  | 'unknown-codec'
  | 'codec-unsupported'
  | 'lz4-decoder-broken'
  | 'dictionary-too-large'
  | 'corrupt-payload'
  | 'lzo-stored-block'
  | 'size-mismatch'
  | 'payload-too-large'
  // elf
  | 'cut-file'
  // notes
  | 'no-xen-notes'
  | 'unknown-feature'
  | 'unknown-required-feature'
  | 'wrong-loader'
  | 'wrong-xen-version'
  | 'paddr-offset-without-virt-base'
  | 'entry-out-of-bounds'
  | 'bsd-symtab-misplaced'
  | 'p2m-inside-image'
  | 'malformed-notes'
  | 'notes-lost'
  // loader
  | 'bad-bin-image'
  | 'no-section-names'
  | 'kernel-mismatch'
  | 'guest-type-unsupported'
  | 'pv32-off'
  | 'dom0-unsupported'
  | 'domu-unsupported'
  | 'no-phys32-entry'
  | 'hypervisor-start-too-high'
  | 'too-large-for-memory'
  | 'overlaps-xen'
  | 'bad-segment'
  | 'hypercall-page-outside-image'
  | 'p2m-overlaps-image'
  | 'needs-supervisor-mode'
  | 'load-address-taken'
  // build
  | 'unaligned-start'
  | 'start-below-virt-base'
  | 'empty-image'
  | 'far-from-virt-base'
  | 'too-large-for-guest'
  | 'mapping-too-large-for-guest'
  | 'no-ram-at-load-address'
  | 'toolstack-hangs'
  | 'toolstack-aborts'
  | 'toolstack-crashes'
  | 'needs-auto-translation'
  | 'mapping-wraps'
  | 'p2m-inside-mapping'
  | 'hypercall-page-outside-guest'
  // start
  | 'pvh-only-kernel'
  | 'phys32-entry-without-pvh'
  | 'no-dom0-code'
  | 'not-relocatable'
  | 'start-info-over-kernel'
  | 'taken-for-firmware'
  | 'bin-image-in-pvh'
  | 'segment-not-copied'
  | 'kernel-in-xen-area'
  | 'hypercall-page-overwrites'
  | 'hypercall-page-in-free-memory'
  | 'pvh-page-lost'
  // the paths that the kernel claims
  | 'no-boot-path'
  | 'boot-path-lost';

/** The stages of a boot, in the order in which it meets them. */
export type Stage = 'container' | 'payload' | 'elf' | 'notes' | 'loader' | 'build' | 'start';

/** One reason why one release does not boot one kernel. Strings may hold a stranger's bytes. */
export type Refusal = { [K in RefusalKind]: RefusalOf<K> }[RefusalKind];

interface RefusalOf<K extends RefusalKind> {
  readonly kind: K;
  readonly stage: Stage;
  /** One sentence that names the evidence: the note, the token, the offset, the codec. */
  readonly message: string;
  /** The line that this release prints, or `null` where Xen says nothing. */
  readonly xenSays: string | null;
  /** The same as data: what tells two findings of one rule apart. */
  readonly evidence: Evidence<K>;
}

/** A refusal of any kind and stage; the kinds with evidence ask for it. */
export function refusalAt<K extends RefusalKind>(
  stage: Stage,
  kind: K,
  message: string,
  xenSays: string | null,
  ...[evidence]: EvidenceArgument<K>
): Refusal {
  return { kind, stage, message, xenSays, evidence: evidence ?? {} } as Refusal;
}

/** What is found of a kernel that was loaded. */
export function finding<K extends RefusalKind>(
  kind: K,
  message: string,
  xenSays: string | null = null,
  ...evidence: EvidenceArgument<K>
): Refusal {
  return refusalAt('start', kind, message, xenSays, ...evidence);
}
