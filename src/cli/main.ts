import { describeMistakes, PolicyError } from '../policy/mistakes.ts';
import { choose } from '../text/suggest.ts';
import { UsageError } from '../text/usage-error.ts';
import { VERSION } from '../version.ts';
import { parseCommandLine } from './args.ts';
import { COMMAND_NAMES, COMMANDS, type Command } from './commands.ts';
import { commandHelp, mainHelp } from './help.ts';
import { complain, EXIT_USAGE, type Io } from './io.ts';
import { isOwn, OWN_COMMANDS, OWN_NAMES, requireNoMore } from './own-commands.ts';

/**
 * Runs the command line and returns its exit code: 0 pass, 1 the gate fails, 2 usage or input error.
 * Results go to `stdout`, everything else to `stderr`. Never throws.
 *
 * @param argv what follows the name of the program.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await run(argv, io);
  } catch (error) {
    for (const sentence of sentencesOf(error)) complain(io, sentence);
    return EXIT_USAGE;
  }
}

function sentencesOf(error: unknown): string[] {
  if (error instanceof PolicyError) return describeMistakes(error);
  if (error instanceof UsageError) return [error.message];
  return [`internal error, please report it: ${error}`];
}

async function run(argv: readonly string[], io: Io): Promise<number> {
  const [first, ...rest] = argv;
  if (first === undefined) {
    io.stderr.write(mainHelp(io.program, OWN_COMMANDS));
    return EXIT_USAGE;
  }
  if (first.startsWith('-')) {
    const option = choose('option', first === '-h' ? '--help' : first, ['--help', '--version']);
    io.stdout.write(option === '--help' ? mainHelp(io.program, OWN_COMMANDS) : `${VERSION}\n`);
    return 0;
  }
  const name = choose('command', first, [...COMMAND_NAMES, ...OWN_NAMES]);
  if (isOwn(name)) {
    const { answer } = OWN_COMMANDS[wantsHelp(rest) ? 'help' : name];
    io.stdout.write(answer(wantsHelp(rest) ? [] : rest, io.program));
    return 0;
  }
  if (wantsHelp(rest)) {
    io.stdout.write(commandHelp(name, io.program));
    return 0;
  }
  const command: Command = COMMANDS[name];
  const args = parseCommandLine(rest, command.options);
  if (command.operands === '') requireNoMore(`${name} takes no operands`, args.positionals);
  return await command.run(args, io);
}

/** Whether `--help` stands among the options, not behind the `--` that ends them. */
function wantsHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? args.length : end).some((arg) => arg === '--help' || arg === '-h');
}
