import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import type { Codec } from '../src/codecs/codec.ts';
import { type Decompressed, MOST_CONTENTS } from './decompress.ts';
import type { Stream } from './inputs/streams.ts';

/** The real decompressors, as filters. */
const TOOLS: Readonly<Record<Codec, readonly [command: string, ...args: string[]]>> = {
  gzip: ['gzip', '-dc'],
  bzip2: ['bzip2', '-dc'],
  lzma: ['xz', '--format=lzma', '-dc', '--single-stream'],
  xz: ['xz', '--format=xz', '-dc', '--single-stream'],
  lzo: ['lzop', '-dc'],
  lz4: ['lz4', '-dc'],
  zstd: ['zstd', '-dc', '--memory=2048MB'],
};

/** Milliseconds that a tool may take for a small stream. */
const PATIENCE = 20_000;

/** The codecs whose tool is missing here, with its name. */
export function missingTools(codecs: readonly Codec[]): Map<Codec, string> {
  const missing = codecs
    .map((codec) => [codec, TOOLS[codec][0]] as const)
    .filter(([, tool]) => spawnSync(tool, ['--version']).error);
  return new Map(missing);
}

/** Digest and size of what the tool of a codec makes of a stream, or its complaint. */
export type ToolAnswer =
  | { readonly sha256: string; readonly size: number }
  | { readonly complaint: string };

/** `null`: no answer to compare, since the contents are larger than what is compared. */
export function askTool({ codec, bytes }: Stream): ToolAnswer | null {
  const [command, ...args] = TOOLS[codec];
  const { error, status, stdout, stderr } = spawnSync(command, args, {
    input: bytes,
    timeout: PATIENCE,
    maxBuffer: MOST_CONTENTS,
  });
  if (error) return null;
  if (status !== 0) return { complaint: stderr.toString().trim() || `exit code ${status}` };
  const sha256 = createHash('sha256').update(stdout).digest('hex');
  return { sha256, size: stdout.length };
}

/** Why a tool and our decoder may answer differently, and it is no fault of ours. */
interface Explained {
  readonly codecs: readonly Codec[];
  readonly why: string;
  readonly holds: (ours: Decompressed, tool: ToolAnswer, stream: Stream) => boolean;
}

const faultIs = (ours: Decompressed, ...kinds: string[]) =>
  'fault' in ours && kinds.includes(ours.fault);
/** Whether lzop writes a checksum of the contents of a block, and no other. */
function hasOneChecksum(stream: Uint8Array): boolean {
  const flags = Buffer.from(stream).subarray(17, 21);
  return flags.length === 4 && [0x001, 0x100].includes(flags.readUInt32BE() & 0x303);
}

const EXPLAINED: readonly Explained[] = [
  {
    codecs: ['gzip', 'bzip2', 'xz', 'lzma', 'lzo', 'lz4', 'zstd'],
    why: 'no kernel build uses the feature, or a dictionary so large, and we say so',
    holds: (ours) => faultIs(ours, 'unsupported', 'dictionary-too-large', 'too-large'),
  },
  {
    codecs: ['lz4'],
    why: 'a file without a block is empty to lz4, and no stream to Xen',
    holds: (_ours, tool) => 'size' in tool && tool.size === 0,
  },
  {
    codecs: ['lz4'],
    why: 'the format forbids distance 0 and matches near the end of a block; we do as Xen does',
    holds: (ours) =>
      'detail' in ours
        ? ours.detail.includes('too near the end')
        : ours.remarks.some((kind) => kind === 'late-match' || kind === 'self-match'),
  },
  {
    codecs: ['lzma'],
    why: 'xz refuses a header that no encoder writes; liblzma, which Xen calls, takes it',
    holds: (ours, tool) =>
      'size' in ours && 'complaint' in tool && tool.complaint.includes('format not recognized'),
  },
  {
    codecs: ['lzo'],
    why: 'Xen expects one checksum before each block of lzo, whatever the flags of the header say',
    holds: (_ours, _tool, { bytes }) => !hasOneChecksum(bytes),
  },
  {
    codecs: ['lzo'],
    why: 'no Xen looks at the versions and most flags in the header of lzop',
    holds: (ours, tool) =>
      'size' in ours &&
      'complaint' in tool &&
      /newer version|multipart|header corrupted/.test(tool.complaint),
  },
  {
    codecs: ['lzo'],
    why: 'no Xen reads the checksums of lzo: ours remarks what the tool refuses',
    holds: (ours, tool) =>
      'remarks' in ours && ours.remarks.includes('wrong-checksum') && 'complaint' in tool,
  },
];

/** How a tool and our decoder differ; `null` where they agree, or the difference is explained. */
export function compareWithTool(stream: Stream, ours: Decompressed): string | null {
  // What follows a stream is no part of it to us, and another stream, or garbage, to the tools.
  const part = 'consumed' in ours ? stream.bytes.subarray(0, ours.consumed) : stream.bytes;
  const tool = askTool({ ...stream, bytes: part });
  if (tool === null) return null;
  const isSame =
    'fault' in ours ? 'complaint' in tool : 'sha256' in tool && tool.sha256 === ours.sha256;
  if (isSame) return null;
  const { codec } = stream;
  const explained = EXPLAINED.some(
    ({ codecs, holds }) => codecs.includes(codec) && holds(ours, tool, stream),
  );
  if (explained) return null;
  return `${TOOLS[codec][0]} and our ${codec} differ: ${JSON.stringify({ tool, ours })}`;
}
