import { labelled } from '../report/wrap.ts';
import type { OptionSpecs } from './args.ts';
import { COMMAND_NAMES, COMMANDS, type Command, type CommandName } from './commands.ts';

/** Help is as wide as any terminal. */
const WIDTH = 80;

/** What `xen-boot-gate --help` prints. */
export function mainHelp(): string {
  return `Will the kernel you just built boot on the Xen your users run?

Usage: xen-boot-gate COMMAND [OPTION…] [PATH…]

Commands:
${table(COMMAND_NAMES.map((name) => [name, COMMANDS[name].summary]))}

Options:
${table([
  ['--help', 'this help; after a command, the help of that command'],
  ['--version', 'the version of this program'],
])}
`;
}

/** What `xen-boot-gate COMMAND --help` prints. */
export function commandHelp(name: CommandName): string {
  const command: Command = COMMANDS[name];
  const usage = ['xen-boot-gate', name, '[OPTION…]', command.operands].join(' ').trimEnd();
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
