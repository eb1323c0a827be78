import { expect, it } from 'vitest';
import { plot } from '../../bench/plot.ts';
import { measurements, row } from './measurements.ts';

const PLOT = plot(
  measurements([
    row('codecs', 'gzip', 'gate', 0.3),
    row('codecs', 'gzip', 'by hand', 0.6),
    row('codecs', 'zstd', 'gate', 0.15),
    row('start', 'Node alone', 'gate', 0.1),
  ]),
);

it('has a bar for each time of a compression, as long as the time', () => {
  const bars = [...PLOT.matchAll(/<rect [^>]*width="([\d.]+)" height="10"[^>]*>/g)]
    .map(([, width]) => Number(width))
    .filter((width) => width !== 10);
  expect(bars).toHaveLength(3);
  const [gzip = 0, byHand = 0, zstd = 0] = bars;
  expect(byHand / gzip).toBeCloseTo(2, 1);
  expect(gzip / zstd).toBeCloseTo(2, 1);
});

it('is one sound element, with the same in words, for light and for dark', () => {
  const open: string[] = [];
  for (const [, close, name = '', empty] of PLOT.matchAll(/<(\/?)(\w+)[^>]*?(\/?)>/g)) {
    if (close) expect(open.pop()).toBe(name);
    else if (!empty) open.push(name);
  }
  expect(open).toEqual([]);
  expect(PLOT).not.toMatch(/NaN|undefined|Infinity/);
  expect(PLOT).toMatch(/<desc id="description">.*gzip 0\.50×, zstd<\/desc>/);
  expect(PLOT).toContain('prefers-color-scheme:dark');
});
