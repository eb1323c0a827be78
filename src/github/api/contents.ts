import type { Client } from './client.ts';

/** A commit of a repository. */
export interface Commit {
  readonly owner: string;
  readonly repo: string;
  readonly sha: string;
}

/** GitHub hands out no larger file, in bytes. */
export const MAX_CONTENT = 100 * 1024 * 1024;

/** What is at a path is no file that can be read: a clause that follows the path. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
}

/** What GitHub says of a file; of a directory it says a list. */
interface Entry {
  readonly type?: unknown;
  readonly size?: unknown;
  readonly encoding?: unknown;
  readonly content?: unknown;
}

/**
 * A file as a commit has it. Up to 1 MB GitHub sends it with what it says of it, and up to 100 MB when
 * asked for its bytes alone.
 *
 * @param path relative to the repository, with `/`.
 * @param limit in bytes, at most `MAX_CONTENT`.
 * @returns `null` where the commit has nothing there.
 * @throws {ContentError} where it is no file, or larger than the limit.
 * @throws what Octokit throws; where a file is not found, because the commit is not.
 */
export async function readContent(
  client: Client,
  { owner, repo, sha }: Commit,
  path: string,
  limit: number,
): Promise<Uint8Array | null> {
  const request = { owner, repo, path, ref: sha };
  let entry: Entry | Entry[];
  try {
    entry = (await client.rest.repos.getContent(request)).data;
  } catch (error) {
    if ((Object(error) as { status?: unknown }).status !== 404) throw error;
    // A token that may not read the repository gets the same answer as one that asks for nothing.
    await client.rest.git.getCommit({ owner, repo, commit_sha: sha });
    return null;
  }
  const size = sizeOf(entry);
  if (size > limit) throw new ContentError(tooLarge(size, limit));
  const { encoding, content } = entry as Entry;
  const bytes =
    encoding === 'base64' && typeof content === 'string'
      ? Buffer.from(content, 'base64')
      : await readRaw(client, request, size);
  if (bytes.length === size) return bytes;
  throw new ContentError(`has ${size} bytes, and GitHub sent ${bytes.length}`);
}

function sizeOf(entry: Entry | Entry[]): number {
  if (Array.isArray(entry)) throw new ContentError('is a directory');
  const { type, size } = entry;
  if (type === 'file' && typeof size === 'number' && Number.isSafeInteger(size) && size >= 0) {
    return size;
  }
  if (type === 'symlink')
    throw new ContentError('is a link that leads to no file in the repository');
  if (type === 'submodule') throw new ContentError('is a submodule');
  throw new ContentError("cannot be read: GitHub's answer is not a file");
}

function tooLarge(size: number, limit: number): string {
  return `has ${size} bytes, more than the limit of ${limit}`;
}

/** Octokit would make text of it, so its body is read here: no more than was announced. */
async function readRaw(
  client: Client,
  request: { owner: string; repo: string; path: string; ref: string },
  size: number,
): Promise<Uint8Array> {
  const { data } = await client.request('GET /repos/{owner}/{repo}/contents/{path}', {
    ...request,
    mediaType: { format: 'raw' },
    request: { parseSuccessResponseBody: false },
  });
  const bytes = new Uint8Array(size);
  let length = 0;
  for await (const chunk of data as unknown as AsyncIterable<Uint8Array>) {
    if (length + chunk.length > size) throw new ContentError(`has more than ${size} bytes`);
    bytes.set(chunk, length);
    length += chunk.length;
  }
  return bytes.subarray(0, length);
}
