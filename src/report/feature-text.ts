import { behavioursOf } from '../programs/xen/behaviours.ts';
import { RELEASES, type Release } from '../programs/xen/releases.ts';
import {
  type FeatureToken,
  featureTokens,
  knownFeature,
  parseFeatures,
} from '../xen/libelf/features.ts';
import { foldReleases } from './release-ranges.ts';

/** One name of a FEATURES note, and what it does to a boot. */
export interface FeatureText {
  /** As it stands in the note; a stranger may have chosen it. */
  readonly token: string;
  readonly meaning: string;
}

/** Explains a FEATURES string, name by name, as Xen cuts it. */
export function explainFeatures(features: string): FeatureText[] {
  return featureTokens(features).map((token) => ({
    token: spell(token),
    meaning: [
      token.required ? 'required' : 'optional',
      describeKnown(token.name),
      describeRefusals(token),
    ].join(', '),
  }));
}

function spell({ name, required }: FeatureToken): string {
  return required ? `!${name}` : name;
}

function describeKnown(name: string): string {
  const [first] = RELEASES.filter(({ version }) => knownFeature(name, behavioursOf(version)));
  if (first === undefined) return 'known to no release';
  return first === RELEASES[0] ? 'known to every release' : `known since ${first.version}`;
}

function describeRefusals(token: FeatureToken): string {
  const refuses = ({ version }: Release) =>
    parseFeatures(spell(token), behavioursOf(version)).refused !== null;
  const refusing = RELEASES.filter(refuses).map(({ version }) => version);
  if (refusing.length === 0) return 'never a reason to refuse';
  const all = RELEASES.map(({ version }) => version);
  return `a reason to refuse the kernel, without a word, for ${foldReleases(refusing, all)}`;
}
