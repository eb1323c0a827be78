import { expect, it } from 'vitest';
import { headline, report } from '../../bench/report.ts';
import { measurements, row } from './measurements.ts';

const RELEASES = [
  row('releases', '1 release, 1 boot path', 'gate', 0.4),
  row('releases', '134 releases', 'gate', 0.43),
];

it('shows times with their spread, memory, and how the ways compare', () => {
  const page = report(
    measurements([
      row('codecs', 'gzip', 'gate', 0.3, 88),
      row('codecs', 'gzip', 'by hand', 0.4, 3),
      row('codecs', 'gzip', 'decompress only', 0.2, 2),
    ]),
  );
  expect(page).toContain('## One kernel');
  expect(page).toMatch(
    /\| gzip +\| 0\.30 s \(0\.30–0\.33\), 88 MB \| 0\.40 s \(0\.40–0\.44\), 3 MB \| 0\.20 s \(0\.20–0\.22\), 2 MB \| +0\.75× \|/,
  );
});

it('leaves out parts and ways that were not measured, and says why', () => {
  const why = 'check has no option --cache';
  const page = report(
    measurements([row('many', '100', 'one core', 9)], [{ what: 'cold cache', why }]),
  );
  expect(page).toMatch(/\| kernels \| +one core \|\n/);
  expect(page).not.toContain('## One kernel');
  expect(page).not.toContain('## Goals');
  expect(page).toContain(`## Not measured\n\n- cold cache: ${why}`);
});

it('compares with the goals, each in its own direction', () => {
  const page = report(
    measurements([
      row('codecs', 'lz4', 'gate', 0.5),
      row('codecs', 'lz4', 'by hand', 0.4),
      row('codecs', 'xz', 'gate', 0.5),
      row('codecs', 'xz', 'by hand', 0.4),
      ...RELEASES,
      row('many', '1,000', 'one core', 100, 300),
      row('many', '1,000', 'two cores', 60, 401),
      row('many', '1,000', 'cold cache', 100),
      row('many', '1,000', 'warm cache', 25),
      row('big', 'vmlinux of 1 GiB', 'gate', 0.61, 150),
    ]),
  );
  const goal = (what: string) =>
    page
      .split('\n')
      .find((line) => line.startsWith(`| ${what}`))
      ?.split(/ *\| */)
      .slice(2, 5);
  expect(goal('lz4: gate')).toEqual(['1.25×', '≤ 1.00×', 'not met']);
  expect(goal('xz: gate')).toEqual(['1.25×', '≤ 1.30×', 'met']);
  expect(goal('134 releases, 4')).toEqual(['1.07×', '≤ 1.10×', 'met']);
  expect(goal('1,000 kernels: memory')).toEqual(['401 MB', '≤ 400 MB', 'not met']);
  expect(goal('1,000 kernels: one core')).toEqual(['1.67×', '≥ 1.70×', 'not met']);
  expect(goal('1,000 kernels: warm')).toEqual(['0.25×', '≤ 0.25×', 'met']);
  expect(goal('vmlinux of 1 GiB: time')).toEqual(['0.61 s', '≤ 0.60 s', 'not met']);
  expect(goal('vmlinux of 1 GiB: memory')).toEqual(['150 MB', '≤ 150 MB', 'met']);
});

it('names the machine and the day, and starts with two numbers', () => {
  const page = report(measurements(RELEASES));
  expect(page).toContain('1977-07-01, Node v24.0.0, CP/M 2.2');
  expect(page).toContain('2 × Z80, load 0.3 at the start');
  expect(page).toContain(headline(measurements(RELEASES)));
  expect(headline(measurements(RELEASES))).toMatch(
    /one Xen in 0\.40 s, .* four boot paths in 0\.43 s/,
  );
  expect(headline(measurements([]))).toBeNull();
});
