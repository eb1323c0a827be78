import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMAND_NAMES, COMMANDS, type Command } from '../../src/cli/commands.ts';
import { BOOT_PATHS } from '../../src/programs/boot-path.ts';
import { ruleIds } from '../../src/rules/index.ts';
import { runCli } from '../support/cli.ts';
import { tempFiles } from '../support/temp-files.ts';

const script = async (shell: string) => (await runCli(['completion', shell])).stdout;

/** What bash offers for the last of these words. */
async function offered(...words: string[]): Promise<string[]> {
  const root = tempFiles({ script: await script('bash') });
  const line = ['xen-boot-gate', ...words].map((word) => `'${word}'`).join(' ');
  const ask = `. "$1"; COMP_WORDS=(${line}); COMP_CWORD=${words.length}; _xen_boot_gate; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const answer = execFileSync('bash', ['-c', ask, 'bash', join(root, 'script')], {
    encoding: 'utf8',
  });
  return answer.trim().split('\n').filter(Boolean);
}

describe('completion bash', () => {
  test('offers the commands', async () => {
    expect(await offered('')).toEqual(expect.arrayContaining([...COMMAND_NAMES, 'help', '--help']));
    expect(await offered('ch')).toEqual(['check']);
  });

  test('offers every option of a command', async () => {
    const { options }: Command = COMMANDS.check;
    const names = Object.keys(options).map((name) => `--${name}`);
    expect(await offered('check', '--')).toEqual([...names, '--help']);
  });

  test.each([
    [
      ['check', '--boot', ''],
      [...BOOT_PATHS, 'auto'],
    ],
    [['check', '--format', 'ju'], ['junit']],
    [
      ['notes', '--format', ''],
      ['text', 'json'],
    ],
    [['explain', 'unknown-c'], ruleIds.filter((id) => id.startsWith('unknown-c'))],
    [['help', 'tar'], ['targets']],
    [['check', '--policy', ''], []],
  ])('offers what may stand there: %j', async (words, answer) => {
    expect((await offered(...words)).filter((word) => !word.startsWith('--'))).toEqual(answer);
  });
});

test('the script for zsh is the same, on its compatibility with bash', async () => {
  expect(await script('zsh')).toBe(
    `autoload -U +X bashcompinit && bashcompinit\n${await script('bash')}`,
  );
});

test('the script for fish has every option, with its help', async () => {
  const lines = (await script('fish')).split('\n');
  for (const name of COMMAND_NAMES) {
    const command: Command = COMMANDS[name];
    for (const [option, { help }] of Object.entries(command.options)) {
      const line = lines.find((one) => one.includes(` ${name}'`) && one.includes(` -l ${option} `));
      expect(line).toContain(help.slice(0, 12));
    }
  }
});

test.each([
  [['completion'], 'completion needs a shell: bash, zsh or fish'],
  [['completion', 'csh'], "unknown shell 'csh': did you mean zsh?"],
  [['completion', 'bash', 'x'], "completion takes one shell, but 'x' was given"],
])('%j is refused', async (argv, answer) => {
  expect(await runCli(argv)).toEqual({ code: 2, stdout: '', stderr: `xen-boot-gate: ${answer}\n` });
});
