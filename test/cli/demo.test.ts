import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';

describe('demo', () => {
  it('explains the first report', async () => {
    const { code, stdout, stderr } = await runCli(['demo']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('✗ fails: 26 of 268 boots fail\n');
    expect(stdout).toContain('  pv-dom0   4.0–4.1 ✗   4.2–4.22 ✓   needs 32 MiB\n');
    expect(stdout).toContain('  pv-domu   4.0–4.1 ✗   4.2–4.22 ✓   needs 32 MiB\n');
    expect(stdout).toContain('hvm_callback_vector');
    expect(stdout).toContain('            - nothing\n');
    for (const commit of ['ec029aaa9a79', '30832c06a8d1']) expect(stdout).toContain(commit);
    expect(stdout).toMatch(
      /\n {2}xen-boot-gate check --xen products,supported \/boot\/vmlinuz-\*\n$/,
    );
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });
});
