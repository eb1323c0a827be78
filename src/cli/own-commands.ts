import { ruleIds } from '../rules/index.ts';
import { quote } from '../text/quote.ts';
import { choose } from '../text/suggest.ts';
import { UsageError } from '../text/usage-error.ts';
import { VERSION } from '../version.ts';
import { COMMAND_NAMES, COMMANDS } from './commands.ts';
import { SHELLS } from './completion.ts';
import { commandHelp, mainHelp } from './help.ts';

export const OWN_NAMES = ['help', 'version', 'completion'] as const;

export type OwnName = (typeof OWN_NAMES)[number];

export function isOwn(name: string): name is OwnName {
  return OWN_NAMES.some((own) => own === name);
}

/** Commands about this program: they take no option, and answer with a text. */
export const OWN_COMMANDS: Readonly<Record<OwnName, OwnCommand>> = {
  help: {
    summary: 'the help of a command',
    answer: ([name, ...rest], program) => {
      requireNoMore('help takes one command', rest);
      if (name === undefined || isOwn(name)) return mainHelp(program, OWN_COMMANDS);
      return commandHelp(choose('command', name, COMMAND_NAMES), program);
    },
  },
  version: {
    summary: 'the version of this program',
    answer: (operands) => {
      requireNoMore('version takes no operands', operands);
      return `${VERSION}\n`;
    },
  },
  completion: {
    summary: 'a script that completes the command line: bash, zsh or fish',
    answer: ([shell, ...rest]) => {
      requireNoMore('completion takes one shell', rest);
      if (shell === undefined) throw new UsageError('completion needs a shell: bash, zsh or fish');
      const script = SHELLS[choose('shell', shell, Object.keys(SHELLS))];
      const own = Object.entries(OWN_COMMANDS).map(([name, { summary }]) => {
        return [name, { summary, options: {} }] as const;
      });
      return (
        script?.({
          commands: { ...COMMANDS, ...Object.fromEntries(own) },
          operands: { explain: ruleIds, help: COMMAND_NAMES, completion: Object.keys(SHELLS) },
        }) ?? ''
      );
    },
  },
};

export interface OwnCommand {
  /** One line for the list of commands. */
  readonly summary: string;
  /**
   * What it prints.
   *
   * @param program how the user calls it.
   * @throws {UsageError} on operands that it does not take.
   */
  readonly answer: (operands: readonly string[], program: string) => string;
}

/** @throws {UsageError} where there is an operand. */
export function requireNoMore(clause: string, [operand]: readonly string[]): void {
  if (operand !== undefined) throw new UsageError(`${clause}, but ${quote(operand)} was given`);
}
