import type { ByteSource } from '../../kernel/bytes.ts';
import type { Has } from '../behaviours.ts';
import { type Container, parseXenElf } from '../libelf/parse.ts';
import type { Refusal } from '../refusal.ts';
import { NO_LOADER } from './toolstack.ts';

/** libelf in the hypervisor: what it has to say is printed as it is. */
export function refuseAsHypervisor(
  elf: ByteSource,
  container: Container,
  has: Has,
): Refusal | null {
  const { stage, refusal } = parseXenElf(elf, container, has);
  if (!refusal) return null;
  return { kind: refusal.kind, stage, message: refusal.message, xenSays: refusal.error };
}

/**
 * libelf in the toolstack. Since 4.7 it runs while a loader is looked for, before anyone listens:
 * whatever is wrong, all that is heard is that there is no loader. Before, the header tables were
 * checked while nobody listened.
 */
export function refuseAsToolstack(elf: ByteSource, container: Container, has: Has): Refusal | null {
  const { stage, refusal } = parseXenElf(elf, container, has);
  if (!refusal) return null;
  const { kind, message, error } = refusal;
  if (has('domu-parses-notes-in-probe') || kind === 'not-a-kernel') {
    return { kind, stage, message, xenSays: NO_LOADER };
  }
  const xenSays = stage === 'elf' ? 'xc_dom_parse_elf_kernel: corrupted ELF image' : error;
  return { kind, stage, message, xenSays };
}
