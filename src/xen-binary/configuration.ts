import { sliceSource } from '../bytes/bytes.ts';
import { latin1 } from '../bytes/latin1.ts';
import { PayloadError } from '../codecs/codec.ts';
import { decompressGzip } from '../codecs/gzip.ts';
import type { Image } from './image.ts';

/** What Xen was configured with: the `.config` that it has had inside since 4.14 (CONFIG_HYPFS_CONFIG). */
export interface Configuration {
  /** `4.20.5-pre` */
  readonly version: string;
  /** `x86`, `arm`, … */
  readonly arch: string;
  /** Whether an option of two values is on: `PV32`. */
  readonly isOn: (option: string) => boolean;
}

const GZIP = Buffer.from([0x1f, 0x8b, 0x08]);

/** Three bytes may stand anywhere; of all places that start as gzip does, the first ones are tried. */
const MOST_TRIED = 256;

const HEAD = /^# Xen\/(\w{1,16}) (\d[\w.+~-]{0,63}) Configuration$/m;

/** The configuration in an image; `null` for none. */
export async function findConfiguration(image: Image): Promise<Configuration | null> {
  let tried = 0;
  for (let at = image.bytes.indexOf(GZIP); at >= 0; at = image.bytes.indexOf(GZIP, at + 1)) {
    if (++tried > MOST_TRIED) break;
    const text = await decompressAt(image, at);
    const [, arch, version] = HEAD.exec(text) ?? [];
    if (arch === undefined || version === undefined) continue;
    const lines = new Set(text.split('\n'));
    return { version, arch, isOn: (option) => lines.has(`CONFIG_${option}=y`) };
  }
  return null;
}

/** As much of a stream of gzip as comes at once; empty where it is none. A configuration has 3 KB. */
async function decompressAt({ source }: Image, at: number): Promise<string> {
  const stream = decompressGzip(sliceSource(source, at, source.size));
  try {
    const { value, done } = await stream.next();
    return done || typeof value === 'number' ? '' : latin1(value);
  } catch (error) {
    if (error instanceof PayloadError) return '';
    throw error;
  } finally {
    await stream.return(0);
  }
}
