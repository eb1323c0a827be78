import type { ByteSource } from '../../bytes/bytes.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import type { ElfBinary } from '../libelf/elf-binary.ts';
import type { NoteRef } from '../libelf/notes.ts';
import type { Parameters } from '../libelf/parameters.ts';
import { type Container, parseXenElf } from '../libelf/parse.ts';
import type { Refusal } from '../refusal.ts';
import { CORRUPTED_ELF, NO_LOADER } from './toolstack-says.ts';

/** An image that libelf accepted, as the builders go on with it. */
export interface ParsedImage {
  readonly elf: ElfBinary;
  readonly parameters: Parameters;
  readonly notes: readonly NoteRef[];
}

export type Parsed = ParsedImage | { readonly refusal: Refusal };

/** libelf in the hypervisor: what it has to say is printed as it is. */
export function parseInHypervisor(source: ByteSource, container: Container, has: Has): Parsed {
  const parse = parseXenElf(source, container, has);
  if (!parse.refusal) return { elf: parse.elf, parameters: parse.parameters, notes: parse.notes };
  const { refusal } = parse;
  return { refusal: { ...refusal, xenSays: asLine(refusal.xenSays) } };
}

/** libelf quotes the kernel's own strings; a line of Xen is one line, whatever is in them. */
function asLine(error: string | null): string | null {
  return error?.replaceAll('\n', '\\n') ?? null;
}

/**
 * libelf in the toolstack. With `domu-parses-notes-in-probe` it runs during the search for a loader,
 * without a log: for any error, the toolstack prints only that there is no loader. Older releases check
 * only the header tables without a log.
 */
export function parseInToolstack(source: ByteSource, container: Container, has: Has): Parsed {
  const parse = parseXenElf(source, container, has);
  if (!parse.refusal) return { elf: parse.elf, parameters: parse.parameters, notes: parse.notes };
  const { refusal } = parse;
  return { refusal: { ...refusal, xenSays: toolstackSays(refusal, has) } };
}

function toolstackSays({ rule, stage, xenSays }: Refusal, has: Has): string | null {
  if (has('domu-parses-notes-in-probe') || rule === 'not-a-kernel') return NO_LOADER;
  return stage === 'elf' ? CORRUPTED_ELF : asLine(xenSays);
}
