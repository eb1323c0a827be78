import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';

describe('targets', () => {
  it('shows each series with its support and boot paths', async () => {
    const { code, stdout } = await runCli(['targets']);
    expect(code).toBe(0);
    const rows = stdout.split('\n').map((line) => line.split(/ {2,}/));
    const row = (minor: string) => rows.find(([first]) => first === minor)?.slice(1);
    expect(row('4.9')).toEqual(['4.9.4', '2019-02-14', '-', '-', 'pv-dom0 pv-domu']);
    expect(row('4.10')?.at(-1)).toBe('pv-dom0 pv-domu pvh-domu');
    expect(row('4.17')).toEqual([
      ...['4.17.7', '2026-07-29', 'ended 2024-06-12', '2027-12-12'],
      'pv-dom0 pvh-dom0 pv-domu pvh-domu',
    ]);
    expect(stdout).toContain('4.14..4.20 >=4.17 <=4.3');
  });

  it.each([
    ['[no-]domu-zstd', '4.15.0', 'the toolstack decompresses zstd'],
    ['no-domu-gzip', '4.0.0', 'the toolstack decompresses gzip'],
    ['[no-]pv32', '4.0.0', 'a 64-bit hypervisor runs 32-bit PV kernels'],
    ['[no-]hvm_callback_vector', '4.4.0', 'the same as feature-hvm-callback-vector'],
    ['[no-]dom0', '4.2.0', 'the same as feature-dom0'],
  ])('shows the difference %s', async (name, since, what) => {
    const { stdout } = await runCli(['targets']);
    const row = stdout.split('\n').find((line) => line.startsWith(`${name} `));
    expect(row?.split(/ {2,}/)).toEqual([name, since, expect.stringContaining(what)]);
  });

  it('shows no difference that cannot be asked for', async () => {
    const { stdout } = await runCli(['targets']);
    const table = stdout.slice(stdout.indexOf('\ndifference ')).trim().split('\n').slice(1);
    const names = table.map((line) => line.split(' ')[0] ?? '');
    expect(names.length).toBeGreaterThan(50);
    for (const name of names) {
      const forms = name.startsWith('[no-]') ? [name.slice(5), `no-${name.slice(5)}`] : [name];
      for (const form of forms) {
        const { code, stderr } = await runCli(['targets', '--xen', `every+${form}`]);
        expect([code, stderr], form).toEqual([0, '']);
      }
    }
  });

  it('shows what a list stands for', async () => {
    const { stdout } = await runCli(['targets', '--xen', '4.1,>=4.22']);
    expect(stdout).toBe('release  date\n4.1.6.1  2013-09-10\n4.22.0   2026-07-29\n');
  });
});
