import type { Speaker } from '../contract/said-by.ts';
import type { XenBuild } from '../programs/xen/xen-build.ts';
import { plural } from '../text/plural.ts';
import type { Cause } from './causes.ts';

/** How many wordings of Xen are shown for one cause. */
const MAX_WORDINGS = 3;

/** What is printed for a cause: one wording, or alternatives. Lines may hold untrusted bytes. */
export interface Wordings {
  /** The program that prints it. */
  readonly by: Speaker;
  /** `depending on the release`; `null` where there is one wording. */
  readonly depending: string | null;
  /** Each is the lines that come together; none where nothing is printed. */
  readonly shown: readonly (readonly string[])[];
  /** `… and 2 more wordings`; `null` where all are shown. */
  readonly more: string | null;
}

/** As much of a cause as its wordings depend on. */
export type Said = Pick<Cause, 'xenSays' | 'saidBy' | 'places'>;

/** The wordings of a cause, as far as there is room for them. */
export function wordingsOf({ xenSays, saidBy, places }: Said, most = MAX_WORDINGS): Wordings {
  const first = places[0];
  const isOther = ({ id }: XenBuild) => id !== first?.verdict.builds[0]?.id;
  const bySpeaker = {
    Xen: places.some(({ verdict }) => verdict.builds.some(isOther)) && 'the release',
    GRUB: places.some(({ verdict }) => verdict.grub !== first?.verdict.grub) && "GRUB's release",
  };
  const several = [
    places.some(({ kernel }) => kernel !== first?.kernel) && 'the kernel',
    places.some(({ verdict }) => verdict.boot !== first?.verdict.boot) && 'the boot path',
    bySpeaker[saidBy],
  ].filter((reason) => reason !== false);
  const more = xenSays.length - most;
  return {
    by: saidBy,
    depending: xenSays.length > 1 ? `depending on ${enumerate(several)}` : null,
    shown: xenSays.slice(0, most).map((wording) => wording?.split('\n') ?? []),
    more: more > 0 ? `… and ${plural(more, 'more wording')}` : null,
  };
}

/** `the kernel, the boot path and the release`; Node's own would make every start a tenth longer. */
function enumerate(nouns: readonly string[]): string {
  const last = nouns.at(-1) ?? '';
  return nouns.length < 2 ? last : `${nouns.slice(0, -1).join(', ')} and ${last}`;
}

/** A line for each wording; `harmless` escapes what is printed for where the lines go. */
export function describeWordings(
  { by, depending, shown, more }: Wordings,
  harmless: (text: string) => string,
): string[] {
  const texts = shown.map((lines) => lines.map(harmless).join(' / ') || 'nothing');
  if (depending === null) return texts.map((text) => `${by} says: ${text}`);
  return [
    `${by} says, ${depending}:`,
    ...[...texts, ...(more ? [more] : [])].map((text) => `- ${text}`),
  ];
}
