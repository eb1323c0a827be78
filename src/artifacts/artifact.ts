import type { ByteSource } from '../bytes/bytes.ts';
import { openFile } from '../files/file-source.ts';

/** Something that may be a kernel, wherever its bytes are. */
export interface Artifact {
  /** What reports call it; of a file, its path. */
  readonly name: string;
  /**
   * Opens its bytes.
   *
   * @throws {FileError} where they cannot be read.
   */
  readonly open: () => OpenArtifact;
}

export interface OpenArtifact extends ByteSource {
  close(): void;
}

export function fileArtifact(path: string): Artifact {
  return { name: path, open: () => openFile(path) };
}

/** Opens an artifact for as long as `read` takes. */
export async function readArtifact<T>(
  { open }: Artifact,
  read: (source: ByteSource) => Promise<T>,
): Promise<T> {
  const source = open();
  try {
    return await read(source);
  } finally {
    source.close();
  }
}
