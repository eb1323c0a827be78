import { HEADER_MAGIC, SETUP_FIELD } from '../kernel/setup-header.ts';
import type { GrubHas } from '../programs/grub/facts.ts';
import { type GrubFile, readAt } from './files/file.ts';

/** Size of `struct linux_i386_kernel_header` in bytes, without and with `handover_offset`. */
const SIZES = { without: 0x264, with: 0x268 } as const;

/** The setup header of a bzImage, as GRUB reads it. */
export interface Setup {
  /** How much of the file GRUB reads for it, in bytes. */
  readonly size: number;
  /** As it stands: 0 means 4 for PVH alone. */
  readonly setupSects: number;
  readonly bootFlag: number;
  /** Whether it has the letters `HdrS`. */
  readonly hasMagic: boolean;
  /** `0x020f` is 2.15. */
  readonly protocol: number;
  /** The end of the header in the file, as its jump says, in bytes. */
  readonly end: number;
  readonly loadFlags: number;
  readonly kernelAlignment: number;
  readonly isRelocatable: boolean;
  readonly minAlignment: number;
  readonly commandLineSize: number;
  readonly payloadOffset: number;
  readonly payloadLength: number;
  readonly preferredAddress: bigint;
  readonly initSize: number;
}

/**
 * Reads the start of a file as a setup header; `null` where the file is shorter.
 *
 * @throws {ReadError}
 */
export function readSetup(file: GrubFile, has: GrubHas): Setup | null {
  const size = has('setup-header-with-handover') ? SIZES.with : SIZES.without;
  const bytes = readAt(file, 0, size);
  if (bytes.length < size) return null;
  const view = new DataView(bytes.buffer);
  return {
    size,
    setupSects: view.getUint8(SETUP_FIELD.setup_sects),
    bootFlag: view.getUint16(SETUP_FIELD.boot_flag, true),
    hasMagic: view.getUint32(SETUP_FIELD.header, true) === HEADER_MAGIC,
    protocol: view.getUint16(SETUP_FIELD.version, true),
    end: SETUP_FIELD.header + view.getInt8(SETUP_FIELD.jump + 1),
    loadFlags: view.getUint8(SETUP_FIELD.loadflags),
    kernelAlignment: view.getUint32(SETUP_FIELD.kernel_alignment, true),
    isRelocatable: view.getUint8(SETUP_FIELD.relocatable_kernel) !== 0,
    minAlignment: view.getUint8(SETUP_FIELD.min_alignment),
    commandLineSize: view.getUint32(SETUP_FIELD.cmdline_size, true),
    payloadOffset: view.getUint32(SETUP_FIELD.payload_offset, true),
    payloadLength: view.getUint32(SETUP_FIELD.payload_length, true),
    preferredAddress: view.getBigUint64(SETUP_FIELD.pref_address, true),
    initSize: view.getUint32(SETUP_FIELD.init_size, true),
  };
}
