import type { Codec } from '../codecs/codec.ts';
import type { NamedFile } from '../kernel/name-file.ts';
import type { LostNote } from './libelf/lost-notes.ts';
import type { NearMiss } from './libelf/near-misses.ts';
import type { RefusalKind } from './refusal.ts';

/**
 * The data behind a refusal, by rule. A rule with one possible fault needs none. Sizes and offsets
 * are in bytes; addresses are hexadecimal strings, because a JSON number cannot hold 64 bits. A field
 * of one name has one meaning in every rule (`schema/report.schema.json` describes it), and the file
 * of the rule says which fields are its identity. Strings may hold untrusted bytes.
 */
export interface EvidenceByKind {
  'not-a-kernel': {
    /** What the file is; `null` where that is not known. */
    readonly format: NamedFile['format'] | null;
  };
  'payload-outside-file': {
    readonly offset: number;
    readonly length: number;
    readonly size: number;
  };
  'unknown-codec': { readonly magic: string };
  'codec-unsupported': {
    readonly codec: Codec;
    /** The check type of an xz stream, where that is what the release does not know. */
    readonly check: number | null;
  };
  'dictionary-too-large': {
    readonly codec: Codec;
    readonly wanted: number | null;
    /** `null`: the limit of this program, `max-dictionary`. */
    readonly limit: number | null;
  };
  'corrupt-payload': {
    readonly codec: Codec;
    readonly fault: 'corrupt' | 'truncated' | 'unsupported' | 'trailing-data';
    /** Of the fault, in the stream. */
    readonly offset: number;
  };
  'size-mismatch': { readonly size: number | null; readonly declared: number | null };
  'payload-too-large': {
    /** `null`: the file itself is too large. */
    readonly codec: Codec | null;
    /** Of the file, or of what a stream decompresses to; `null` where that is not known. */
    readonly size: number | null;
  };
  'cut-file': { readonly table: 'phdr' | 'shdr' };
  'unknown-feature': { readonly feature: string; readonly offset: number };
  'unknown-required-feature': { readonly feature: string; readonly offset: number };
  'wrong-loader': { readonly loader: string; readonly guestOs: string };
  'wrong-xen-version': { readonly xenVersion: string };
  'entry-out-of-bounds': {
    /** The note that says so, or that is missing so that `e_entry` stands for it. */
    readonly note: 'VIRT_BASE' | 'ENTRY' | 'PHYS32_ENTRY' | 'BSD_SYMTAB' | null;
    readonly start: string;
    readonly end: string;
  };
  'no-xen-notes': {
    /** Those that look like Xen's, where there are any, and why they are not. */
    readonly notes: readonly string[];
    readonly owner: string | null;
    readonly why: NearMiss['why'] | null;
  };
  'notes-lost': {
    readonly notes: readonly string[];
    /** Who owns them, where that is not Xen. */
    readonly owner: string | null;
    readonly why: LostNote['why'] | NearMiss['why'] | 'xen-guest';
  };
  'bad-bin-image': { readonly fault: 'flags' | 'header' | 'end' | 'bss' | 'size' };
  'kernel-mismatch': {
    readonly bits: 32 | 64;
    readonly machine: number;
    readonly pae: boolean;
    readonly bigEndian: boolean;
  };
  'guest-type-unsupported': { readonly guestType: string };
  'too-large-for-memory': { readonly wanted: number; readonly limit: number };
  'bad-segment': { readonly fault: 'addresses' | 'size' };
  'load-address-taken': {
    readonly start: string;
    readonly end: string;
    readonly relocatable: boolean;
  };
  'unaligned-start': { readonly address: string };
  'start-below-virt-base': { readonly start: string; readonly virtBase: string };
  'far-from-virt-base': { readonly start: string; readonly virtBase: string };
  'too-large-for-guest': { readonly wanted: number | null; readonly limit: number };
  'mapping-too-large-for-guest': { readonly wanted: number | null; readonly limit: number };
  'no-ram-at-load-address': { readonly start: string; readonly end: string };
  'toolstack-aborts': { readonly address: string };
  'toolstack-crashes': { readonly fault: 'file' | 'hypercall-page' };
  'p2m-inside-mapping': { readonly address: string };
  'hypercall-page-outside-guest': { readonly address: string };
  'segment-not-copied': {
    readonly address: string;
    readonly fault: 'outside-file' | 'outside-image' | 'too-much';
  };
  'kernel-in-xen-area': { readonly start: string; readonly end: string };
  'hypercall-page-overwrites': {
    readonly address: string;
    readonly fault: 'page-list' | 'start-info' | 'page-tables' | 'boot-stack';
  };
  'hypercall-page-in-free-memory': { readonly address: string };
  'pvh-page-lost': { readonly start: string; readonly end: string };
  'taken-for-firmware': {
    /** Why it is no Xen kernel to the toolstack. */
    readonly because: RefusalKind;
    /** The feature that it is refused for, where it is one. */
    readonly feature: string | null;
  };
}

export type KindWithEvidence = keyof EvidenceByKind;

/** What a refusal of a kind brings; `{}` where one fault is all that there can be. */
export type Evidence<K extends RefusalKind> = K extends KindWithEvidence
  ? EvidenceByKind[K]
  : Readonly<Record<string, never>>;

/** The last argument of what makes a refusal: only kinds with evidence have one. */
export type EvidenceArgument<K extends RefusalKind> = K extends KindWithEvidence
  ? [evidence: EvidenceByKind[K]]
  : [];
