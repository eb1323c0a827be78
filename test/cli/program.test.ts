import { describe, expect, it } from 'vitest';
import { programName } from '../../src/cli/program.ts';
import { runCli } from '../support/cli.ts';

describe('how the user calls the program', () => {
  it.each([
    ['/src/gate/dist/cli/index.js', '/src/gate', 'node dist/cli/index.js'],
    ['/src/gate/dist/cli/index.js', '/src/linux', 'node ../gate/dist/cli/index.js'],
    ['/gate/dist/cli/index.js', '/home/user/src/linux', 'node /gate/dist/cli/index.js'],
    ['/my gate/index.js', '/', "node 'my gate/index.js'"],
    ["/it's/index.js", '/', "node 'it'\\''s/index.js'"],
    ['/usr/local/bin/xen-boot-gate', '/usr/local', 'xen-boot-gate'],
  ])('%s in %s: %s', (script, directory, name) => {
    expect(programName(script, directory)).toBe(name);
  });

  it.each([['demo'], ['--help'], ['check', '--help']])('%s shows it', async (...argv) => {
    const { stdout } = await runCli(argv, { program: 'node dist/cli/index.js' });
    expect(stdout).toMatch(/node dist\/cli\/index\.js (explain|COMMAND|check)/);
    expect(stdout).not.toContain('xen-boot-gate');
  });
});
