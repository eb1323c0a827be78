/** One workflow command as the Actions runner understood it. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Every command that the runner registers (runner 2.336, `ActionCommandManager.cs`). */
const REGISTERED = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
]);

// `%25` comes last, as in the runner: `%250A` is the text `%0A`.
const DATA_ESCAPES = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
] as const;
const PROPERTY_ESCAPES = [['%3A', ':'], ['%2C', ','], ...DATA_ESCAPES] as const;
const LEGACY_ESCAPES = [['%3B', ';'], ['%5D', ']'], ...DATA_ESCAPES] as const;

/**
 * Reads a process's output as the runner does (runner 2.336, `ActionCommand.cs`): `::name k=v::data`
 * at the start of a trimmed line, and the older `##[name k=v]data` anywhere in one. Both streams of
 * an action are read this way; a lone carriage return ends a line too.
 */
export function parseWorkflowCommands(output: string): {
  readonly commands: readonly WorkflowCommand[];
  /** The lines that are no command: what the log shows. */
  readonly log: readonly string[];
} {
  const commands: WorkflowCommand[] = [];
  const log: string[] = [];
  for (const line of output.split(/\r\n|\r|\n/)) {
    const command = parseCommand(line) ?? parseLegacyCommand(line);
    if (command) commands.push(command);
    else log.push(line);
  }
  return { commands, log };
}

function parseCommand(line: string): WorkflowCommand | null {
  const text = line.trimStart();
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1;
  if (end < 0) return null;
  return command(text.slice(2, end), ',', PROPERTY_ESCAPES, decode(text.slice(end + 2)));
}

function parseLegacyCommand(line: string): WorkflowCommand | null {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return null;
  const data = decode(line.slice(end + 1), LEGACY_ESCAPES);
  return command(line.slice(start + 3, end), ';', LEGACY_ESCAPES, data);
}

function command(
  info: string,
  separator: string,
  escapes: readonly (readonly [string, string])[],
  data: string,
): WorkflowCommand | null {
  const space = info.indexOf(' ');
  const name = (space < 0 ? info : info.slice(0, space)).toLowerCase();
  if (!REGISTERED.has(name)) return null;
  const properties: Record<string, string> = {};
  for (const pair of space < 0 ? [] : info.slice(space + 1).split(separator)) {
    const equals = pair.indexOf('=');
    if (equals > 0) {
      properties[pair.slice(0, equals).trim()] = decode(pair.slice(equals + 1), escapes);
    }
  }
  return { name, properties, data };
}

function decode(
  text: string,
  escapes: readonly (readonly [string, string])[] = DATA_ESCAPES,
): string {
  return escapes.reduce((sofar, [escaped, token]) => sofar.replaceAll(escaped, token), text);
}

/**
 * Reads a command file (`GITHUB_OUTPUT`) as the runner does: `name=value`, or `name<<delimiter`,
 * the value's lines, and the delimiter alone on a line.
 */
export function parseCommandFile(text: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      values[line.slice(0, equals)] = line.slice(equals + 1);
    } else if (heredoc > 0) {
      const delimiter = line.slice(heredoc + 2);
      const end = lines.indexOf(delimiter, at + 1);
      if (delimiter === '' || end < 0) throw new Error(`no end of ${line}`);
      values[line.slice(0, heredoc)] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else {
      throw new Error(`no command: ${line}`);
    }
  }
  return values;
}
