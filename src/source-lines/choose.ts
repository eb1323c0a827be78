import type { SourceRegion } from '../report/source-region.ts';
import { CERTAIN, sureness } from './build-config.ts';
import { areBeside, byNearness, wordsOf } from './nearness.ts';

/** A file that has what a clue looks for. */
export interface Candidate {
  readonly path: string;
  readonly region: SourceRegion;
}

/** What is known of a kernel by its names. */
export interface Product {
  /** Relative to the workspace. */
  readonly path: string;
  readonly linuxVersion: string | null;
}

/** A configuration with more settings against the build's was not merged into it. */
const LEAST_AGREEMENT = 0.9;

/** How many files may be the one that was merged into it; the likeliest are the first. */
const MOST_LIKELY = 16;

/** The part of the settings of a file that another has alike, by their paths. */
export type Agreement = (path: string, whole: string) => number;

/**
 * Of several files that set the same option, the one that the kernel was built with. A written file
 * counts if it agrees with the build's own configuration (`.config`). If none agrees, the result is
 * the `.config`.
 */
export function chooseSetting(
  candidates: readonly Candidate[],
  kernel: Product,
  agreement: Agreement,
): Candidate | null {
  const sure = (one: Candidate) => sureness(one.path, kernel.path);
  const [build] = candidates.filter((one) => sure(one) > 0).sort((a, b) => sure(b) - sure(a));
  const written = byLikelihood(
    candidates.filter((one) => sure(one) === 0),
    kernel,
  );
  if (build === undefined) return written[0] ?? null;
  // Beside an installed one are those of other kernels.
  const all =
    sure(build) === CERTAIN ? written.filter(({ path }) => !areBeside(path, build.path)) : written;
  const agrees = (one: Candidate) => agreement(one.path, build.path) >= LEAST_AGREEMENT;
  return all.slice(0, MOST_LIKELY).find(agrees) ?? build;
}

/** The likeliest first, by where they are and what they are called. */
export function byLikelihood(candidates: readonly Candidate[], kernel: Product): Candidate[] {
  if (candidates.length < 2) return [...candidates];
  const release = kernel.linuxVersion?.split(' ')[0] ?? '';
  return byNearness(candidates, kernel.path, wordsOf(`${kernel.path} ${release}`));
}
