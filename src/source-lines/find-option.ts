import type { Span } from '../report/source-region.ts';

/** An option of a kernel's configuration, without `CONFIG_`. */
export interface OptionClue {
  readonly kind: 'option';
  readonly option: string;
  /** `given`: a string or a number that is not empty. */
  readonly is: 'on' | 'off' | 'given';
}

/** How NixOS sets an option, with whatever functions: `lib.mkIf zstd yes`, `mkForce (option no)`. */
const NIX = '[ \\t]+=[ \\t][^;=#\\n]*?[ .("]';

/** How Ubuntu keeps an option, for all its architectures in one line. */
const UBUNTU = "[ \\t]+policy<\\{[^}<\\n]*?'amd64[\\w-]*': ";

/** How `.config`, fragments, Nix expressions and calls of `scripts/config` say what an option is. */
const SPELLINGS = {
  on: (name: string) => [
    `${name}[ \\t]*=[ \\t]*(?:y|m|yes|module)\\b`,
    `${name}${NIX}(?:y|m|yes|module)\\b`,
    `${name}${UBUNTU}'[ym]'`,
    `(?:-e|-m|--enable|--module)[ =]${name}`,
  ],
  off: (name: string) => [
    // Not where `sed` replaces it.
    `#[ \\t]*${name} is not set(?![/|,=])`,
    `${name}[ \\t]*=[ \\t]*(?:n|no|unset)\\b`,
    `${name}${NIX}(?:n|no|unset)\\b`,
    `${name}${UBUNTU}'[n-]'`,
    `(?:-d|-u|--disable|--undefine)[ =]${name}`,
  ],
  given: (name: string) => [
    `${name}=(?!"")[^\\s#]+`,
    `${name}${UBUNTU}'(?!""|[-n]')[^'\\n]+'`,
    `(?:--set-str|--set-val)[ =]${name}[ =](?!"")[^\\s#]+`,
  ],
} satisfies Record<OptionClue['is'], (name: string) => string[]>;

/** Where a text sets an option so; what a `#` turns into a comment does not count. */
export function findOption(text: string, { option, is }: OptionClue): Span | null {
  if (!text.includes(option)) return null;
  // Buildroot chooses the compression under a name of its own.
  const spellings = SPELLINGS[is](`(?<!\\w)(?:CONFIG_|BR2_LINUX_)?${option}(?!\\w)`);
  // All that `^` takes for the end of a line, or each of them would start the search again.
  const pattern = new RegExp(`^[^#\\n\\r\\u2028\\u2029]*?(${spellings.join('|')})`, 'md');
  const [start, end] = pattern.exec(text)?.indices?.[1] ?? [];
  return start === undefined || end === undefined ? null : { start, end };
}
