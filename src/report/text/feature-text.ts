import type { XenBuild } from '../../programs/xen/xen-build.ts';
import {
  type FeatureToken,
  featureTokens,
  knownFeature,
  parseFeatures,
} from '../../xen/libelf/features.ts';
import { foldBuilds } from '../release-ranges.ts';

/** One name of a FEATURES note, and what it does to a boot. */
export interface FeatureText {
  /** As in the note; it is untrusted. */
  readonly token: string;
  readonly meaning: string;
}

/**
 * Explains a FEATURES string, name by name, as Xen cuts it.
 *
 * @param upstream every release, oldest first.
 */
export function explainFeatures(features: string, upstream: readonly XenBuild[]): FeatureText[] {
  return featureTokens(features).map((token) => ({
    token: spell(token),
    meaning: [
      token.required ? 'required' : 'optional',
      describeKnown(token.name, upstream),
      describeRefusals(token, upstream),
    ].join(', '),
  }));
}

function spell({ name, required }: FeatureToken): string {
  return required ? `!${name}` : name;
}

function describeKnown(name: string, upstream: readonly XenBuild[]): string {
  const [first] = upstream.filter(({ has }) => knownFeature(name, has));
  if (first === undefined) return 'known to no release';
  return first === upstream[0] ? 'known to every release' : `known since ${first.label}`;
}

function describeRefusals(token: FeatureToken, upstream: readonly XenBuild[]): string {
  const refusing = upstream.filter(({ has }) => parseFeatures(spell(token), has).refused !== null);
  if (refusing.length === 0) return 'never refuses the kernel';
  return `refuses the kernel, without a message, on ${foldBuilds(refusing, upstream)}`;
}
