/** Builds files of Xen for tests: as small as may be, with the code and texts that the reader looks for. */
import { gzipSync } from 'node:zlib';
import { buildElf, concat, loadSegment, noteSegment, notes } from './elf-builder.ts';

export interface XenSpec {
  /** `4`, and what follows it. Default 17. */
  readonly minor?: number;
  /** Default `.7`. */
  readonly extra?: string;
  /** The embedded configuration; `null` for none. Default: that of the version, with PV and HVM. */
  readonly config?: string | null;
  /** Texts, each behind a NUL and with one at its end. Default: all of a whole Xen. */
  readonly texts?: readonly string[];
  /** How often the check for the feature dom0 is called; 0 where it is part of a longer function. */
  readonly dom0Callers?: number;
  /** Whether the version is compiled in. Default true. */
  readonly hasVersion?: boolean;
  /** Whether a builder of dom0 has the check for the feature dom0. Default true. */
  readonly hasCheck?: boolean;
}

const REFUSAL = 'Kernel does not support Dom0 operation\n';

/** What a whole 4.17 holds. */
export const XEN_TEXTS: readonly string[] = [
  'Xen version %d.%d%s (%s@%s) (%s) %s %s\n',
  'bad gzip magic numbers',
  'Data integrity error when decompressing.',
  'LZMA data is corrupt',
  'XZ-compressed data is corrupt',
  'Compressed data violation',
  'Decoding failed',
  'ZSTD-compressed data is corrupt',
  'SUPPORTED_FEATURES',
  'PHYS32_ENTRY',
  'hvm_callback_vector\0dom0',
  'Unable to parse kernel for ELFNOTES',
  '*** Building a PV Dom%d ***\n',
];

export function config(version: string, ...options: readonly string[]): string {
  const head = `#\n# Automatically generated file; DO NOT EDIT.\n# Xen/x86 ${version} Configuration\n#\n`;
  return head + options.map((option) => `CONFIG_${option}=y\n`).join('');
}

/** What is loaded: code, then texts. All places in it are relative, so it may be anywhere in a file. */
export function xenImage(spec: XenSpec = {}): Uint8Array {
  const { minor = 17, extra = '.7', texts = XEN_TEXTS, dom0Callers = 0, hasVersion = true } = spec;
  const { hasCheck = true } = spec;
  const { config: text = config(`4.${minor}${extra}`, 'PV', 'HVM') } = spec;
  const all = ['', extra, hasCheck ? REFUSAL : '', ...texts].map((one) =>
    Buffer.from(`${one}\0`, 'latin1'),
  );
  const start = 1024;
  const placeOf = (index: number) => start + concat(all.slice(0, index)).length;
  const code = Buffer.alloc(start, 0xcc);
  if (hasVersion) {
    code.set([0xb8, 4, 0, 0, 0, 0xc3], 0);
    code.set([0xb8, minor, 0, 0, 0, 0xe9, 0, 0, 0, 0], 16);
    code.set([0x48, 0x8d, 0x05], 32);
    code.writeInt32LE(placeOf(1) - 39, 35);
  }
  // The check: 0x20 bytes before its message where it is a function of its own.
  code.set([0x48, 0x8d, 0x3d], 512);
  code.writeInt32LE(placeOf(2) - 519, 515);
  for (let i = 0; i < dom0Callers; i++) {
    code[600 + 8 * i] = 0xe8;
    code.writeInt32LE(480 - (605 + 8 * i), 601 + 8 * i);
  }
  const packed = text === null ? new Uint8Array(0) : gzipSync(text);
  return concat([code, ...all, packed]);
}

/** The multiboot `xen`: an ELF file of 32 bits with one segment and a build id. */
export function multibootXen(spec: XenSpec = {}): Uint8Array {
  const id = notes([{ owner: 'GNU', type: 3, value: Uint8Array.of(0xab, 0xcd) }]);
  return buildElf({
    bits: 32,
    segments: [loadSegment(xenImage(spec), { vaddr: 0x200000, flags: 7 }), noteSegment(id)],
  });
}

/** `xen-syms`: an ELF file of 64 bits. */
export function xenSyms(spec: XenSpec = {}): Uint8Array {
  const vaddr = 0xffff82d040200000n;
  return buildElf({ segments: [loadSegment(xenImage(spec), { vaddr, flags: 7 })] });
}

/** `xen.efi`: a PE file with one section. */
export function xenEfi(spec: XenSpec = {}, machine = 0x8664): Uint8Array {
  const head = Buffer.alloc(512);
  head.write('MZ', 0, 'latin1');
  head.writeUInt32LE(64, 0x3c);
  head.write('PE\0\0', 64, 'latin1');
  head.writeUInt16LE(machine, 68);
  head.writeUInt16LE(1, 70);
  const image = xenImage(spec);
  const section = 64 + 24;
  head.write('.text', section, 'latin1');
  head.writeUInt32LE(0x1000, section + 12);
  head.writeUInt32LE(image.length, section + 16);
  head.writeUInt32LE(head.length, section + 20);
  head.writeUInt32LE(0x60000020, section + 36);
  return concat([head, image]);
}

export interface LibrarySpec {
  /** Default `libxenguest.so.4.17`. */
  readonly name?: string;
  /** Default liblzma and libzstd. */
  readonly needs?: readonly string[];
  readonly texts?: readonly string[];
  /** What liblzma may take, in MiB. Default 128. */
  readonly limits?: readonly number[];
  readonly machine?: number;
}

/** What Debian's 4.17 holds. */
export const LIBRARY_TEXTS: readonly string[] = [
  '%s: BZIP2 decompress support unavailable',
  '%s unable to BZIP2 decompress kernel',
  '%s unable to LZMA decompress kernel',
  '%s unable to XZ decompress kernel',
  '%s: LZO1x decompress support unavailable\n',
  '%s unable to LZO decompress kernel\n',
  '%s unable to LZ4 decompress kernel\n',
  '%s unable to ZSTD decompress kernel',
  'SUPPORTED_FEATURES',
  'PHYS32_ENTRY',
  'hvm_callback_vector\0dom0',
  'Linux bzImage',
  'ELF-generic',
];

/** `libxenguest.so.*`: code, texts and a dynamic section. */
export function xenLibrary(spec: LibrarySpec = {}): Uint8Array {
  const { name = 'libxenguest.so.4.17', texts = LIBRARY_TEXTS, limits = [128], machine } = spec;
  const { needs = ['liblzma.so.5', 'libzstd.so.1', 'libz.so.1'] } = spec;
  const names = [name, ...needs].map((one) => Buffer.from(`${one}\0`, 'latin1'));
  const strings = concat([Uint8Array.of(0), ...names]);
  const at = (index: number) => 1 + concat(names.slice(0, index)).length;
  const code = limits.map((limit) => {
    const instruction = Buffer.alloc(8, 0x90);
    instruction[0] = 0xbe;
    instruction.writeUInt32LE(limit << 20, 1);
    return instruction;
  });
  const rest = texts.map((text) => Buffer.from(`\0${text}\0`, 'latin1'));
  const data = concat([strings, ...code, ...rest]);
  const offset = 1024;
  const dynamic = Buffer.alloc(16 * (needs.length + 3));
  const entries = [[14, at(0)], ...needs.map((_, i) => [1, at(i + 1)]), [5, offset], [0, 0]];
  for (const [i, [tag = 0, value = 0]] of entries.entries()) {
    dynamic.writeUInt32LE(tag, 16 * i);
    dynamic.writeUInt32LE(value, 16 * i + 8);
  }
  return buildElf({
    ...(machine !== undefined && { machine }),
    segments: [loadSegment(data, { offset, vaddr: offset, flags: 5 }), { type: 2, data: dynamic }],
  });
}
