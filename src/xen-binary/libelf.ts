import type { ReadFact } from '../programs/xen/binary/xen-file.ts';
import type { XenFactId } from '../programs/xen/facts/facts.ts';
import { FEATURES } from '../programs/xen/feature-names.ts';
import { holds, type Image } from './image.ts';

/** Names that only the note parser has, of what it has learned since 4.0. */
const NAMES = {
  'feature-hvm-callback-vector': 'hvm_callback_vector',
  'note-phys32-entry': 'PHYS32_ENTRY',
  'note-phys32-reloc': 'PHYS32_RELOC',
  'note-supported-features': 'SUPPORTED_FEATURES',
} as const satisfies Partial<Record<XenFactId, string>>;

/** What the note parser of an image knows by name. Hypervisor and toolstack have the same one. */
export function readLibelf(image: Image): ReadFact[] {
  return [
    ...Object.entries(NAMES).map(([fact, name]) => named(image, fact as XenFactId, name)),
    ...readDom0(image),
  ];
}

function named(image: Image, fact: XenFactId, name: string): ReadFact {
  const present = holds(image, `\0${name}\0`);
  return { fact, present, how: `${present ? 'holds' : 'lacks'} the name ${name}` };
}

/**
 * `dom0` is a word that Xen has for other reasons as well: only behind another feature it is the name of
 * one.
 */
function readDom0(image: Image): ReadFact[] {
  const fact = 'feature-dom0';
  const name = FEATURES.find(({ behaviour }) => behaviour === fact)?.name ?? '';
  const others = FEATURES.filter((feature) => feature.name !== name);
  const before = others.find((other) => holds(image, `\0${other.name}\0${name}\0`));
  if (before) return [{ fact, present: true, how: `holds the name ${name} behind ${before.name}` }];
  if (holds(image, `\0${name}\0`)) return [];
  return [{ fact, present: false, how: `lacks the name ${name}` }];
}
