import type { Measurements, Row } from '../../bench/measurements.ts';
import type { PartId } from '../../bench/parts.ts';

/** A row whose slowest run took a tenth longer than the median. */
export function row(part: PartId, name: string, way: string, seconds: number, mb = 100): Row {
  const spread = { least: seconds, median: seconds, most: seconds * 1.1 };
  return { part, name, way, seconds: spread, peakRss: mb * 1e6 };
}

export function measurements(
  rows: readonly Row[],
  skipped: Measurements['skipped'] = [],
): Measurements {
  const machine = { cpu: 'Z80', cores: 2, node: 'v24.0.0', system: 'CP/M 2.2', load: 0.25 };
  return { date: '1977-07-01', machine, runs: 5, rows, skipped };
}
