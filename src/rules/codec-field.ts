import { CODEC_NAMES } from '../codecs/codec.ts';
import { oneOf } from './evidence.ts';

/** The compression of a payload, or of a whole file. */
export const codec = (what: string) => oneOf(what, ...CODEC_NAMES);
