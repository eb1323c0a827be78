/** Offsets of the setup header's fields (Documentation/arch/x86/boot.rst, "The Real-Mode Kernel Header"). */
export const SETUP_FIELD = {
  setup_sects: 0x1f1,
  boot_flag: 0x1fe,
  jump: 0x200,
  header: 0x202,
  version: 0x206,
  kernel_version: 0x20e,
  loadflags: 0x211,
  kernel_alignment: 0x230,
  relocatable_kernel: 0x234,
  min_alignment: 0x235,
  cmdline_size: 0x238,
  payload_offset: 0x248,
  payload_length: 0x24c,
  pref_address: 0x258,
  init_size: 0x260,
} as const;

/** What `boot_flag` is. */
export const BOOT_FLAG = 0xaa55;

/** What `header` is: `HdrS`, little endian. */
export const HEADER_MAGIC = 0x53726448;

/** `setup_sects` counts these, in bytes. */
export const SECTOR = 512;

/** The protocol that brought `payload_offset` and `payload_length`: 2.08. */
export const PAYLOAD_PROTOCOL = 0x0208;

/** `2.08`, as the boot protocol names its versions. */
export function protocolName(version: number): string {
  return `${version >> 8}.${String(version & 0xff).padStart(2, '0')}`;
}
