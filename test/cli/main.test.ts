import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES, COMMANDS, type Command } from '../../src/cli/commands.ts';
import { VERSION } from '../../src/version.ts';
import { runCli } from '../support/cli.ts';

describe('the command line', () => {
  it.each([['--help'], ['-h']])('%s prints the commands', async (option) => {
    const { code, stdout, stderr } = await runCli([option]);
    expect([code, stderr]).toEqual([0, '']);
    for (const name of COMMAND_NAMES) expect(stdout).toContain(`  ${name} `);
  });

  it('--version prints the version', async () => {
    expect(await runCli(['--version'])).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: '' });
  });

  it('answers help and version as --help and --version', async () => {
    expect(await runCli(['version'])).toEqual(await runCli(['--version']));
    expect(await runCli(['help'])).toEqual(await runCli(['--help']));
    expect(await runCli(['help', 'check'])).toEqual(await runCli(['check', '--help']));
    expect(await runCli(['help', 'version'])).toEqual(await runCli(['--help']));
  });

  it('without a command prints the help as an error', async () => {
    const { code, stdout, stderr } = await runCli([]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: xen-boot-gate COMMAND');
  });

  it.each(COMMAND_NAMES)('%s --help names every option, within 80 columns', async (name) => {
    const { code, stdout } = await runCli([name, '--help']);
    expect(code).toBe(0);
    const command: Command = COMMANDS[name];
    for (const option of Object.keys(command.options)) expect(stdout).toContain(`  --${option}`);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it.each<[argv: string, answer: string]>([
    ['chek', "unknown command 'chek': did you mean check?"],
    ['--hlep', "unknown option '--hlep': did you mean --help?"],
    ['check --formt json x', "unknown option '--formt': did you mean --format?"],
    ['check -x 4.17', "unknown option '-x': did you mean --xen?"],
    ['check --format sarf x', "unknown format 'sarf': did you mean sarif?"],
    ['check --format=jason x', "unknown format 'jason': did you mean json?"],
    ['notes --format markdown x', "unknown format 'markdown': it is one of text, json"],
    [
      './vmlinux',
      "unknown command './vmlinux': it is one of check, notes, explain, targets, merge, demo, help, version, completion",
    ],
    [
      'check --json x',
      "unknown option '--json': it is one of --exclude, --files-from, --xen, --xen-binary, --boot, --dom0-memory, --guest-memory, --format, --output, --quiet, --fail-on, --policy, --warn-before-expiry, --jobs, --max-dictionary, --max-time, --shard, --help",
    ],
    [
      'check --boot pvh x',
      "unknown boot path 'pvh': it is one of pv-dom0, pvh-dom0, pv-domu, pvh-domu, pygrub-domu, pvgrub-domu, pvhgrub-domu, auto",
    ],
    [
      'check --boot hvm x',
      "'hvm' is not checked: firmware boots an HVM guest from its disk, like a PC, and Xen sees no kernel. Any kernel that boots on a PC loads there",
    ],
    ['explain foo', "unknown rule 'foo': explain without a name lists them"],
    ['check --boot pv-dom x', "unknown boot path 'pv-dom': did you mean pv-dom0?"],
    ['check --boot auto,pv-dom0 x', "boot paths are 'auto' or a list, not both"],
    ['check --xen 4.17.33 x', "unknown release '4.17.33': did you mean 4.17.3?"],
    ['check --fail-on fail x', "unknown level for --fail-on 'fail': did you mean fails?"],
    ['check --xen --boot auto x', '--xen needs a value: --xen LIST'],
    ['check --output', '--output needs a value: --output FILE'],
    [
      'check --max-dictionary 1TB x',
      "--max-dictionary cannot be '1TB': write a size such as 256MiB",
    ],
    [
      'check --jobs 0 x',
      "--jobs cannot be '0': write a number from 1 to 64, or leave it out for one for each core",
    ],
    [
      'check --jobs 1000 x',
      "--jobs cannot be '1000': write a number from 1 to 64, or leave it out for one for each core",
    ],
    ['check --max-time 0h x', "--max-time cannot be '0h': write a time such as 90s, 30min or 2h"],
    ['check', 'no PATH given: name a file, a directory or a pattern'],
    ['explain unknown-featur', "unknown rule 'unknown-featur': did you mean unknown-feature?"],
    ['explain a b', 'explain takes one rule at a time'],
    ['demo now', "demo takes no operands, but 'now' was given"],
    ['help chek', "unknown command 'chek': did you mean check?"],
    ['help check notes', "help takes one command, but 'notes' was given"],
    ['version now', "version takes no operands, but 'now' was given"],
    ['targets --xen 4.99', "unknown release '4.99': did you mean 4.19?"],
  ])('%s', async (argv, answer) => {
    const result = await runCli(argv.split(' '));
    expect(result).toEqual({ code: 2, stdout: '', stderr: `xen-boot-gate: ${answer}\n` });
  });

  it.each([
    ['check', '-dash.elf', './-dash.elf'],
    ['notes', '--two/dashes', './--two/dashes'],
  ])('%s says how a file is named whose name is like an option: %s', async (name, file, path) => {
    const { stderr } = await runCli([name, file]);
    const answer = `unknown option '${file}': for a file of that name write '${path}'`;
    expect(stderr).toBe(`xen-boot-gate: ${answer}\n`);
  });

  const LONG = 'x'.repeat(20_000);
  const FILE = 'package.json';
  it.each([
    [LONG],
    [`--${LONG}`],
    ['check', `--${LONG}`],
    ['check', `-${LONG}.elf`],
    ['check', LONG],
    ['check', `*${LONG}`],
    ['check', ...new Array(500).fill(0).map((_, i) => `*.none${i}`)],
    ['check', `{${'a,'.repeat(2000)}}${LONG.slice(0, 50)}`],
    ['check', 'README.md', '--output', LONG],
    ['check', FILE, '--policy', LONG],
    ['check', FILE, '--xen', LONG],
    ['check', FILE, '--xen', `4.17+${LONG}`],
    ['check', FILE, '--xen', `4.17-4.${'9'.repeat(20_000)}`],
    ['check', FILE, '--xen', `<4.${'9'.repeat(20_000)}`],
    ['check', FILE, '--xen', `4.17..${LONG}`],
    ...[
      'boot',
      'format',
      'fail-on',
      'warn-before-expiry',
      'jobs',
      'max-dictionary',
      'max-time',
    ].map((name) => ['check', FILE, `--${name}`, LONG]),
    ['check', FILE, '--dom0-memory', LONG],
    ['explain', LONG],
    ['demo', LONG],
  ])('answers a long argument with a short sentence: %.20s %.20s %.20s', async (...argv) => {
    const { code, stdout, stderr } = await runCli(argv);
    expect([code, stdout]).toEqual([2, expect.any(String)]);
    const longest = Math.max(...stderr.split('\n').map((line) => line.length));
    expect(longest).toBeLessThan(8300);
  });

  it('does not let an argument act on the terminal', async () => {
    const { stderr } = await runCli(['\x1b[2J\n::error::']);
    expect(stderr).toMatch(/^\P{C}*\n$/u);
    expect(stderr).not.toContain('::error::');
  });
});
