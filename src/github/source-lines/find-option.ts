import type { Span } from '../../report/source-region.ts';

/** An option of a kernel's configuration, without `CONFIG_`. */
export interface OptionClue {
  readonly kind: 'option';
  readonly option: string;
  /** `given`: a string or a number that is not empty. */
  readonly is: 'on' | 'off' | 'given';
}

/** How `.config`, fragments, Nix expressions and calls of `scripts/config` say what an option is. */
const SPELLINGS = {
  on: (name: string) => [
    `${name}[ \\t]*=[ \\t]*(?:[\\w.]*[. ])?(?:y|m|yes|module)\\b`,
    `(?:-e|-m|--enable|--module)[ =]${name}`,
  ],
  off: (name: string) => [
    `#[ \\t]*${name} is not set`,
    `${name}[ \\t]*=[ \\t]*(?:[\\w.]*[. ])?(?:n|no)\\b`,
    `(?:-d|-u|--disable|--undefine)[ =]${name}`,
  ],
  given: (name: string) => [
    `${name}=(?!"")[^\\s#]+`,
    `(?:--set-str|--set-val)[ =]${name}[ =](?!"")[^\\s#]+`,
  ],
} satisfies Record<OptionClue['is'], (name: string) => string[]>;

/** Where a text sets an option so; what a `#` turns into a comment does not count. */
export function findOption(text: string, { option, is }: OptionClue): Span | null {
  if (!text.includes(option)) return null;
  const spellings = SPELLINGS[is](`(?<!\\w)(?:CONFIG_)?${option}(?!\\w)`);
  const pattern = new RegExp(`^[^#\\n]*?(${spellings.join('|')})`, 'md');
  const [start, end] = pattern.exec(text)?.indices?.[1] ?? [];
  return start === undefined || end === undefined ? null : { start, end };
}
