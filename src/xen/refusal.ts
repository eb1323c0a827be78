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
  | 'p2m-inside-image'
  | 'malformed-notes'
  // the paths that the kernel claims
  | 'no-boot-path';

/** The stages of a boot, in the order in which it meets them. */
export type Stage = 'container' | 'payload' | 'elf' | 'notes' | 'loader' | 'start';

/** One reason why one release does not boot one kernel. Strings may hold a stranger's bytes. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly stage: Stage;
  /** One sentence that names the evidence: the note, the token, the offset, the codec. */
  readonly message: string;
  /** The line that this release prints, or `null` where Xen says nothing. */
  readonly xenSays: string | null;
}
