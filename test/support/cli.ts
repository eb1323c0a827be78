import { main } from '../../src/cli/main.ts';
import { CALENDAR } from './builds.ts';

export interface CliOptions {
  readonly terminal?: boolean;
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Default: a day on which 4.17 to 4.22 have security support. */
  readonly today?: string;
  /** Default: a clock that stands still. */
  readonly now?: () => number;
  readonly program?: string;
  /** The directory of the repository. Default: one that does not exist. */
  readonly workspace?: string;
  /** What is on standard input. */
  readonly stdin?: Uint8Array;
}

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in this process, in a world of its own. */
export async function runCli(
  argv: readonly string[],
  options: CliOptions = {},
): Promise<CliResult> {
  const { terminal = false, columns, env = {}, today = '2026-11-22', now = () => 0 } = options;
  const { program = 'xen-boot-gate', workspace = '/workspace' } = options;
  const { stdin: input = new Uint8Array() } = options;
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTTY: terminal,
    ...(columns === undefined ? {} : { columns }),
  });
  const calendar = { ...CALENDAR, today };
  const stdin = (async function* () {
    yield input;
  })();
  const io = {
    stdin,
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    env,
    calendar,
    now,
    program,
    workspace,
  };
  const code = await main(argv, io);
  return { code, ...written };
}
