import { MAX_LIST, readPathList, requirePaths } from '../artifacts/path-list.ts';
import type { Args } from './args.ts';
import type { Io } from './io.ts';

/** As a file, standard input: `./-` is a file of that name. */
const STDIN = '-';

/**
 * The paths of all lists that `--files-from` names.
 *
 * @throws {UsageError} where one cannot be read, is too large, or names nothing.
 */
export async function listedPaths(args: Args, io: Io): Promise<string[]> {
  const paths: string[] = [];
  for (const file of new Set(args.all('files-from'))) {
    const read =
      file === STDIN ? requirePaths(await readAll(io), 'standard input') : readPathList(file);
    paths.push(...read);
  }
  return paths;
}

/** The files among those that `--files-from` names. */
export function listFiles(args: Args): string[] {
  return args.all('files-from').filter((file) => file !== STDIN);
}

/** No more than is needed to see that it is too much. */
async function readAll({ stdin }: Io): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_LIST) break;
  }
  return Buffer.concat(chunks);
}
