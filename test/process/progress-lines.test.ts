import { describe, expect, it } from 'vitest';
import { progressLines } from '../../src/process/progress-lines.ts';

/** The lines of a run in which each kernel takes a time, in milliseconds. */
function linesOf(total: number, each: number): string[] {
  let now = 0;
  const lines: string[] = [];
  const { onStart, onEnd } = progressLines(
    total,
    () => now,
    (line) => lines.push(line),
  );
  for (let i = 0; i < total; i++) {
    onStart(`kernel-${i}`);
    now += each;
    onEnd();
  }
  return lines;
}

describe('the progress of a run in a log', () => {
  it('is a line now and then', () => {
    expect(linesOf(100, 400)).toEqual([
      'checked 25 of 100 kernels: 3 a second, 30 seconds left',
      'checked 50 of 100 kernels: 3 a second, 20 seconds left',
      'checked 75 of 100 kernels: 3 a second, 10 seconds left',
    ]);
  });

  it('counts slow kernels by the minute, and hours that are left', () => {
    expect(linesOf(400, 20_000)[0]).toBe('checked 1 of 400 kernels: 3.0 a minute, 2 h 13 min left');
  });

  it.each([
    ['a short run', 100, 50],
    ['one kernel, however long it takes', 1, 60_000],
    ['no kernel', 0, 0],
  ])('has nothing to say of %s', (_, total, each) => {
    expect(linesOf(total, each)).toEqual([]);
  });
});
