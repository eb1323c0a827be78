import type { Command } from './commands.ts';

/** The commands, and what follows the name of one that takes no option. */
export interface Completed {
  readonly commands: Readonly<Record<string, Pick<Command, 'summary' | 'options'>>>;
  /** Words that follow a command: `explain` has the rules. */
  readonly operands: Readonly<Record<string, readonly string[]>>;
}

const NAME = 'xen-boot-gate';

/** Scripts that complete a command line, by shell. Each is made of the options that `--help` lists. */
export const SHELLS: Readonly<Record<string, (completed: Completed) => string>> = {
  bash: (completed) => `${bashFunction(completed)}complete -o default -F _xen_boot_gate ${NAME}\n`,
  zsh: (completed) =>
    `autoload -U +X bashcompinit && bashcompinit\n${bashFunction(completed)}complete -o default -F _xen_boot_gate ${NAME}\n`,
  fish: fishScript,
};

/**
 * A function of bash, which zsh takes as well. Where it has no answer, the shell completes names of
 * files.
 */
function bashFunction({ commands, operands }: Completed): string {
  const names = Object.keys(commands);
  const cases = names.map((name) => {
    const options = optionsOf(commands[name]);
    return `    ${name}) words="${[...options, ...(operands[name] ?? [])].join(' ')}" ;;\n`;
  });
  const values = names.flatMap((name) =>
    Object.entries(commands[name]?.options ?? {}).flatMap(([option, { values: known }]) =>
      known ? [`    '${name} --${option}') words="${known.join(' ')}" ;;\n`] : [],
    ),
  );
  return `_xen_boot_gate() {
  local command=\${COMP_WORDS[1]} word=\${COMP_WORDS[COMP_CWORD]}
  local before=\${COMP_WORDS[COMP_CWORD-1]} words=
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names.join(' ')} --help --version" -- "$word"))
    return
  fi
  case "$command" in
${cases.join('')}  esac
  case "$command $before" in
${values.join('')}  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
`;
}

function optionsOf(command: Pick<Command, 'options'> | undefined): string[] {
  return [...Object.keys(command?.options ?? {}), 'help'].map((name) => `--${name}`);
}

function fishScript({ commands, operands }: Completed): string {
  const names = Object.keys(commands);
  const lines = names.flatMap((name) => {
    const { summary, options } = commands[name] ?? { summary: '', options: {} };
    const after = `-n '__fish_seen_subcommand_from ${name}'`;
    const rows = Object.entries(options).map(([option, { value, values, help }]) => {
      const words = values ? ` -x -a '${values.join(' ')}'` : value === undefined ? '' : ' -r';
      return `complete -c ${NAME} ${after} -l ${option}${words} -d ${quoted(help)}`;
    });
    const known = operands[name];
    return [
      `complete -c ${NAME} -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
      ...rows,
      ...(known ? [`complete -c ${NAME} ${after} -f -a '${known.join(' ')}'`] : []),
    ];
  });
  return `${lines.join('\n')}\n`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
