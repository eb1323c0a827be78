import { buildId } from '../kernel/build-id.ts';
import type { ReadFact, XenFile } from '../programs/xen/binary/xen-file.ts';
import type { XenFactId } from '../programs/xen/facts/facts.ts';
import { UsageError } from '../text/usage-error.ts';
import { type Dynamic, readDynamic } from './dynamic.ts';
import { holds, type Image } from './image.ts';
import { readLibelf } from './libelf.ts';

/** The library that loads the kernels of guests, by the name that every release gives it. */
const LIBRARY = /^libxenguest\.so\.(\d+\.\d+)/;

export function isLibrary(image: Image): boolean {
  return readDynamic(image)?.name != null;
}

/**
 * What a toolstack library says of itself.
 *
 * @throws {UsageError} with a clause that follows the path of the file.
 */
export function readToolstack(image: Image, format: string): XenFile {
  const dynamic = readDynamic(image) as Dynamic;
  const name = dynamic.name ?? '';
  const [, series] = LIBRARY.exec(name) ?? [];
  if (series === undefined) throw new UsageError(describeOther(name));
  if (image.arch !== 'x86_64' && image.arch !== 'i386') {
    throw new UsageError(
      `is a toolstack library for ${image.arch}, and only Xen on x86 is checked`,
    );
  }
  return {
    part: 'toolstack',
    format,
    version: series,
    versionFrom: `its name, ${name.slice(0, MOST_SHOWN)}`,
    vendorVersion: null,
    buildId: buildId(image.source),
    loaders: LOADERS.filter((name) => holds(image, name)),
    facts: [
      ...CODECS.flatMap((codec) => readCodec(image, dynamic, codec)),
      ...readLimit(image),
      ...readLibelf(image),
    ],
  };
}

/** In characters. */
const MOST_SHOWN = 64;

function describeOther(name: string): string {
  const shown = name.replace(/[^\w.+-]/g, '?').slice(0, MOST_SHOWN);
  const hint = /^libxen(ctrl|light|util|call|store|toollog)/.test(name)
    ? 'which loads no kernels: give libxenguest.so.* of the same directory'
    : 'and neither a hypervisor nor libxenguest.so.*';
  return `is the library ${shown}, ${hint}`;
}

/** `struct xc_dom_loader`, by the names that every release gives it. */
const LOADERS = ['multiboot-binary', 'Linux bzImage', 'ELF-generic', 'HVM-generic'];

interface ToolstackCodec {
  /** As the messages of the library spell it. */
  readonly word: string;
  /** The library that it needs, unless linked statically. */
  readonly library: string;
  readonly fact: XenFactId;
}

const CODECS: readonly ToolstackCodec[] = [
  { word: 'BZIP2', library: 'libbz2', fact: 'domu-bzip2' },
  { word: 'LZMA', library: 'liblzma', fact: 'domu-lzma' },
  { word: 'XZ', library: 'liblzma', fact: 'domu-xz' },
  { word: 'LZO', library: 'liblzo2', fact: 'domu-lzo' },
  { word: 'LZ4', library: 'liblz4', fact: 'domu-lz4' },
  { word: 'ZSTD', library: 'libzstd', fact: 'domu-zstd' },
];

/** What the library prints for a codec that it was built without: of lzo it says `LZO1x`. */
function readCodec(
  image: Image,
  { needs }: Dynamic,
  { word, library, fact }: ToolstackCodec,
): ReadFact[] {
  const spelled = word === 'LZO' ? 'LZO1x' : word;
  const unavailable = `${spelled} decompress support unavailable`;
  if (holds(image, unavailable)) return [{ fact, present: false, how: `holds "${unavailable}"` }];
  const needed = needs.find((name) => name.startsWith(`${library}.so`));
  const loads = holds(image, `unable to ${word} decompress kernel`);
  if (!loads) return [{ fact, present: false, how: `lacks the messages of ${word}` }];
  const how = needed === undefined ? `loads ${word} without a library for it` : `needs ${needed}`;
  return [{ fact, present: true, how }];
}

const MIB = 2 ** 20;

/** How much memory liblzma may take, in bytes, by the fact that says so. */
const LIMITS = [
  ['domu-lzma-memory-256-mib', 256 * MIB],
  ['domu-lzma-memory-128-mib', 128 * MIB],
] as const satisfies readonly (readonly [XenFactId, number])[];

/** `mov $…,%esi`: the second argument, which that of both decoders of liblzma is. */
const MOV_ESI = 0xbe;

/** The limit that the code gives to liblzma; nothing where it has no limit that is known, or several. */
function readLimit(image: Image): ReadFact[] {
  const found = LIMITS.filter(([, limit]) => hasInstruction(image, limit));
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) return [];
  const [, limit] = only;
  const how = `gives liblzma ${limit / MIB} MiB`;
  // A limit of 256 MiB took the place of one of 128, so that both facts hold.
  return LIMITS.map(([fact, own]) => ({ fact, present: limit >= own, how }));
}

function hasInstruction({ bytes, parts }: Image, argument: number): boolean {
  const instruction = Buffer.alloc(5);
  instruction[0] = MOV_ESI;
  instruction.writeUInt32LE(argument, 1);
  return parts.some(
    ({ offset, size, isCode }) =>
      isCode && bytes.subarray(offset, offset + size).includes(instruction),
  );
}
