import { labelled } from '../text/wrap.ts';
import type { OptionSpecs } from './args.ts';
import { COMMAND_NAMES, COMMANDS, type Command, type CommandName } from './commands.ts';

/** Help is as wide as any terminal. */
const WIDTH = 80;

/**
 * What `--help` prints.
 *
 * @param program how the user calls it.
 */
export function mainHelp(program: string): string {
  return `Will the kernel you just built boot on the Xen your users run?

Usage: ${program} COMMAND [OPTION…] [PATH…]

Commands:
${table(COMMAND_NAMES.map((name) => [name, COMMANDS[name].summary]))}

Options:
${table([
  ['--help', 'this help; after a command, or as help COMMAND, the help of that command'],
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
