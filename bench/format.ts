import type { Measurement, Spread } from './measurements.ts';

/** `0.42 s (0.41–0.45)`; only the time if all runs took the same, to two digits. */
export function spread({ least, median, most }: Spread): string {
  const [low, high] = [least.toFixed(2), most.toFixed(2)];
  return low === high ? seconds(median) : `${seconds(median)} (${low}–${high})`;
}

/** The time with its spread, and the memory. */
export function cell({ seconds: time, peakRss }: Measurement): string {
  return peakRss === null ? spread(time) : `${spread(time)}, ${megabytes(peakRss)}`;
}

export function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

export function ratio(value: number): string {
  return `${value.toFixed(2)}×`;
}
