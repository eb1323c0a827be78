import { discover, type Inputs } from '../artifacts/discover.ts';
import { UsageError } from '../usage-error.ts';
import { complain, type Io } from './io.ts';

/**
 * The files that the user's PATHs stand for; one that gave nothing is told, as others may hide it.
 *
 * @throws {UsageError} where there is nothing to judge at all.
 */
export async function findKernels(
  paths: readonly string[],
  io: Io,
): Promise<Pick<Inputs, 'files' | 'problems'>> {
  if (paths.length === 0) {
    throw new UsageError('no kernel is named: give a file, a directory or a glob');
  }
  const { files, problems, barren } = await discover(paths);
  if (files.length === 0 && problems.length === 0) {
    throw new UsageError(`there is no kernel in ${barren.map((path) => `'${path}'`).join(', ')}`);
  }
  for (const path of barren) complain(io, `there is no kernel in '${path}'`);
  return { files, problems };
}
