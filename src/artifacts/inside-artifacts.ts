import { archivesOf } from '../glob/inside.ts';
import type { PeContainer } from '../kernel/pe-kernel.ts';
import type { WorkLimits } from './archives/limits.ts';
import { insideReader, type Place } from './archives/open-inside.ts';
import type { Artifact, Container } from './artifact.ts';

/** A kernel in an archive, as plain data. */
export interface InsidePlace {
  /** `linux-image.deb!/boot/vmlinuz-6.12` */
  readonly name: string;
  readonly at: Place;
  /** The PE file that it is a section of; `null` for a member of another archive. */
  readonly container: PeContainer | null;
}

/**
 * Kernels in one archive as artifacts. Opened one after another, in this order, they share one pass over
 * the archive.
 */
export function insideArtifacts(
  path: string,
  kernels: readonly InsidePlace[],
  { checkTime, maxDictionary }: Omit<WorkLimits, 'purse'>,
): Artifact[] {
  const limits = { checkTime, maxDictionary };
  const places = kernels.map(({ at }) => at);
  const reader = insideReader(path, places, limits);
  return kernels.map(({ name, at, container }) => ({
    name,
    locator: { path, at },
    ...(container && { container: containerOf(path, name, at, container, limits) }),
    open: () => reader.open(at),
  }));
}

function containerOf(
  path: string,
  kernel: string,
  at: Place,
  format: PeContainer,
  limits: WorkLimits,
): Container {
  const place = at.slice(0, -1);
  // In a walk of its own: the kernel in it is still to be opened.
  const open = () => insideReader(path, [place], limits).open(place);
  return { format, name: archivesOf(kernel).at(-1) ?? path, open };
}
