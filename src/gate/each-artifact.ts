import type { Artifact } from '../artifacts/artifact.ts';
import type { Problem } from '../contract/report.ts';
import { describeError } from '../files/file-error.ts';
import { describeUnchecked, OutOfTimeError } from './time-limit.ts';

/**
 * Does some work with each artifact. An artifact with which it fails becomes a problem, and the
 * others are still processed. When the time of the run is over, one problem names the remaining
 * ones.
 */
export async function eachArtifact(
  artifacts: readonly Artifact[],
  problems: Problem[],
  work: (artifact: Artifact, index: number) => Promise<void>,
): Promise<void> {
  for (const [index, artifact] of artifacts.entries()) {
    try {
      await work(artifact, index);
    } catch (error) {
      if (error instanceof OutOfTimeError) {
        const left = artifacts.slice(index).map(({ name }) => name);
        problems.push(describeUnchecked(error, left));
        return;
      }
      problems.push({ path: artifact.name, message: describeError(error) });
    }
  }
}
