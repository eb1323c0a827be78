import { labelled } from '../text/wrap.ts';
import type { OptionSpecs } from './args.ts';
import { COMMANDS, type Command, type CommandName } from './commands.ts';

/** Help is as wide as any terminal. */
const WIDTH = 80;

/**
 * What `--help` prints.
 *
 * @param program how the user calls it.
 * @param others commands about the program itself.
 */
export function mainHelp(
  program: string,
  others: Readonly<Record<string, { readonly summary: string }>>,
): string {
  const commands = { ...COMMANDS, ...others };
  return `Will the kernel you just built boot on the Xen your users run?

Usage: ${program} COMMAND [OPTION…] [PATH…]

Commands:
${table(Object.entries(commands).map(([name, { summary }]) => [name, summary]))}

Options:
${table([
  ['--help', 'this help; after a command, the help of that command'],
  ['--version', 'the version of this program'],
])}
`;
}

/** What `COMMAND --help` prints. */
export function commandHelp(name: CommandName, program: string): string {
  const command: Command = COMMANDS[name];
  const usage = [program, name, '[OPTION…]', command.operands].join(' ').trimEnd();
  return `Usage: ${usage}

${command.summary}

${command.details}

Options:
${table([...optionRows(command.options), ['--help', 'this help']])}
`;
}

function optionRows(options: OptionSpecs): [string, string][] {
  return Object.entries(options).map(([name, { value, help }]) => [
    `--${name}${value === undefined ? '' : ` ${value}`}`,
    help,
  ]);
}

function table(rows: readonly (readonly [string, string])[]): string {
  const indent = Math.max(...rows.map(([name]) => name.length)) + 4;
  return rows.flatMap(([name, text]) => labelled(`  ${name}`, text, indent, WIDTH)).join('\n');
}
