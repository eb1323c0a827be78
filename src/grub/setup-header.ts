import type { GrubHas } from '../programs/grub/facts.ts';
import { type GrubFile, readAt } from './files/file.ts';

/** `HdrS`, little endian. */
const MAGIC = 0x53726448;

/** Size of `struct linux_i386_kernel_header` in bytes, without and with `handover_offset`. */
const SIZES = { without: 0x264, with: 0x268 } as const;

// Offsets of Documentation/arch/x86/boot.rst, "The Real-Mode Kernel Header".
const FIELD = {
  setup_sects: 0x1f1,
  boot_flag: 0x1fe,
  jump: 0x200,
  header: 0x202,
  version: 0x206,
  loadflags: 0x211,
  code32_start: 0x214,
  kernel_alignment: 0x230,
  relocatable_kernel: 0x234,
  min_alignment: 0x235,
  cmdline_size: 0x238,
  payload_offset: 0x248,
  payload_length: 0x24c,
  pref_address: 0x258,
  init_size: 0x260,
} as const;

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
    setupSects: view.getUint8(FIELD.setup_sects),
    bootFlag: view.getUint16(FIELD.boot_flag, true),
    hasMagic: view.getUint32(FIELD.header, true) === MAGIC,
    protocol: view.getUint16(FIELD.version, true),
    end: FIELD.header + view.getInt8(FIELD.jump + 1),
    loadFlags: view.getUint8(FIELD.loadflags),
    kernelAlignment: view.getUint32(FIELD.kernel_alignment, true),
    isRelocatable: view.getUint8(FIELD.relocatable_kernel) !== 0,
    minAlignment: view.getUint8(FIELD.min_alignment),
    commandLineSize: view.getUint32(FIELD.cmdline_size, true),
    payloadOffset: view.getUint32(FIELD.payload_offset, true),
    payloadLength: view.getUint32(FIELD.payload_length, true),
    preferredAddress: view.getBigUint64(FIELD.pref_address, true),
    initSize: view.getUint32(FIELD.init_size, true),
  };
}
