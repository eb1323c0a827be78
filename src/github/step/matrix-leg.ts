import { clip } from '../../text/clip.ts';

/** In characters: GitHub cuts the name of a job there, too. */
const MAX_NAME = 100;

/**
 * What GitHub puts behind the name of a job for a leg of its matrix: `gcc, defconfig`, on one line;
 * empty where the job has no matrix.
 *
 * @param leg the values as JSON, or whatever a user wrote in their place.
 */
export function legName(leg: string): string {
  const values = readValues(leg).map((value) => {
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  });
  return clip(values.join(', ').replace(/\s+/g, ' ').trim(), MAX_NAME);
}

function readValues(leg: string): unknown[] {
  if (leg === '') return [];
  try {
    const values: unknown = JSON.parse(leg);
    return typeof values === 'object' ? Object.values(values ?? {}) : [leg];
  } catch {
    return [leg];
  }
}
