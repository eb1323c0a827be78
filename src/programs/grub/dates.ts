import { GRUB_FACTS, type GrubFactId } from './facts.ts';

/**
 * Fills in what a text says of the dates of GRUB's facts: `{grub note-sections}` is the first release with
 * one, and `{grubCommit note-sections}` its commit.
 *
 * @throws {Error} on a name that is none
 */
export function withGrubDates(text: string): string {
  return text.replace(
    /\{(grub|grubCommit) ([\w-]+)\}/g,
    (placeholder, word: string, id: string) => {
      if (!Object.hasOwn(GRUB_FACTS, id)) throw new Error(`no date of GRUB: ${placeholder}`);
      const { since, commit } = GRUB_FACTS[id as GrubFactId];
      return word === 'grub' ? since : commit.slice(0, 12);
    },
  );
}
