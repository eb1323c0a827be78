import type { EvidenceOf } from '../../rules/index.ts';
import { ReadError } from '../files/file.ts';
import { type Stop, stop } from '../stop.ts';
import type { GrubElf } from './elf.ts';

export type PastEnd = Pick<EvidenceOf<'grub-past-end'>, 'part' | 'offset' | 'size'>;

/** A part of the ELF file that is not in it, or that GRUB has no memory for. */
export function outsideFile(elf: GrubElf, { part, offset, size }: PastEnd, says: string): Stop {
  const fileSize = Number.isFinite(elf.file.size) ? elf.file.size : elf.file.content.size;
  return stop('elf', 'grub-past-end', { part, offset, size, fileSize }, says);
}

/** Runs a read of a part; what GRUB cannot read ends the load. */
export function reading<T>(elf: GrubElf, place: PastEnd, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    const { damage, says } = error;
    if (damage === null) throw outsideFile(elf, place, says);
    const { codec, fault } = damage;
    const kind =
      fault.kind === 'truncated' || fault.kind === 'unsupported' ? fault.kind : 'corrupt';
    const evidence = { codec, offset: fault.offset, stream: 0, detail: fault.detail, loads: false };
    throw stop('payload', 'corrupt-payload', { ...evidence, fault: kind }, says);
  }
}
