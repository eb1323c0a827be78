import type { Has } from '../../programs/xen/facts/facts.ts';
import { FEATURES, type Feature } from '../../programs/xen/feature-names.ts';

/** `feature[64]` in `elf_xen_parse_features`: a longer name is cut, and its rest is the next name. */
const MAX_TOKEN = 63;

/** One name of a FEATURES string, as Xen's parser cuts it out. */
export interface FeatureToken {
  /** Without the `!`. */
  readonly name: string;
  /** Preceded by `!`: the kernel does not run without it. */
  readonly required: boolean;
}

/**
 * Cuts a FEATURES string into names: at each `|`, and after 63 bytes whatever stands there. A `|`
 * right after such a cut makes an empty name, and so do two in a row.
 */
export function featureTokens(features: string): FeatureToken[] {
  const tokens: FeatureToken[] = [];
  for (let at = 0; at < features.length; ) {
    const bar = features.indexOf('|', at);
    const end = Math.min(bar < 0 ? features.length : bar, at + MAX_TOKEN);
    const token = features.slice(at, end);
    tokens.push(
      token.startsWith('!')
        ? { name: token.slice(1), required: true }
        : { name: token, required: false },
    );
    at = end === bar && end - at < MAX_TOKEN ? end + 1 : end;
  }
  return tokens;
}

export function knownFeature(name: string, has: Has): Feature | undefined {
  return FEATURES.find(
    (feature) => feature.name === name && (!feature.behaviour || has(feature.behaviour)),
  );
}

export interface FeaturesParse {
  /** Bit maps of the names before the one that was refused. */
  readonly supported: number;
  readonly required: number;
  /** The name that makes this release give up, which it does in silence. */
  readonly refused: FeatureToken | null;
}

/** `elf_xen_parse_features` (xen/common/libelf/libelf-dominfo.c): the bits that a string sets. */
export function parseFeatures(features: string, has: Has): FeaturesParse {
  let supported = 0;
  let required = 0;
  for (const token of featureTokens(features)) {
    const feature = knownFeature(token.name, has);
    if (feature) {
      supported |= 1 << feature.bit;
      if (token.required) required |= 1 << feature.bit;
    } else if (token.required || !has('tolerates-unknown-features')) {
      return { supported, required, refused: token };
    }
  }
  return { supported, required, refused: null };
}
