import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { buildElf, noteSegment, notes } from '../support/elf-builder.ts';
import { findBut } from '../support/found.ts';
import { kernelWith, PV_NOTES } from '../support/kernels.ts';
import { tempFiles } from '../support/temp-files.ts';

const far = noteSegment(notes(PV_NOTES), { offset: 2 << 20 });
const FILES = {
  'out/a/vmlinux': kernelWith(PV_NOTES),
  'out/b/vmlinux.gz': gzipSync(buildElf({ segments: [far] })),
  'out/b/broken.gz': gzipSync('text').subarray(0, -9),
  'out/c/tool': buildElf(),
};

it('ends a search at any step where the time is over, and blames no file for it', async () => {
  const root = tempFiles(FILES);
  let steps = 0;
  const count = () => {
    steps += 1;
  };
  const whole = await findBut({ checkTime: count }, root, 'out');
  expect(whole).toMatchObject({ files: ['out/a/vmlinux', 'out/b/vmlinux.gz'], problems: [] });
  expect(steps).toBeGreaterThan(20);
  for (let allowed = 0; allowed < steps; allowed++) {
    let left = allowed;
    const checkTime = () => {
      left -= 1;
      if (left < 0) throw new Error('time is over');
    };
    await expect(findBut({ checkTime }, root, 'out')).rejects.toThrow('time is over');
  }
});

it.each(['check', 'notes'])('%s ends where the search takes too long', async (command) => {
  const root = tempFiles(FILES);
  let now = 0;
  const clock = () => {
    now += 100;
    return now;
  };
  const { code, stdout, stderr } = await runCli([command, '--max-time', '1s', root], {
    now: clock,
  });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toBe('xen-boot-gate: the run took more than 1s, the limit of "max-time"\n');
});
