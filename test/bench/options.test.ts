import { expect, it } from 'vitest';
import { HELP, readOptions } from '../../bench/options.ts';

it('measures everything, unless parts or compressions are named', () => {
  expect(readOptions([])).toMatchObject({ runs: 5, counts: [1, 10, 100, 1000], write: false });
  expect(readOptions([])?.parts).toContain('xen');
  expect(readOptions(['--only', 'xz,start'])).toMatchObject({
    parts: ['codecs', 'start'],
    codecs: ['xz'],
  });
});

it('runs once where it shall be quick, or as often as is said', () => {
  expect(readOptions(['--quick'])).toMatchObject({ runs: 1, counts: [1, 10] });
  expect(readOptions(['--quick', '--runs', '2'])).toMatchObject({ runs: 2 });
});

it('says what is wrong with the command line', () => {
  expect(() => readOptions(['--only', 'xv'])).toThrow("unknown part 'xv'; the parts are codecs");
  expect(() => readOptions(['--runs', '0'])).toThrow('--runs must be a number from 1 on');
  expect(() => readOptions(['--write', '--only', 'xz'])).toThrow('--write needs all parts');
  expect(() => readOptions(['--fast'])).toThrow("Unknown option '--fast'");
});

it('has a help that names every part', () => {
  expect(readOptions(['-h'])).toBeNull();
  for (const part of readOptions([])?.parts ?? []) expect(HELP).toContain(`  ${part} `);
});
