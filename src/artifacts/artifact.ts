import type { ByteSource } from '../bytes/bytes.ts';
import { openFile } from '../files/file-source.ts';
import type { PeContainer } from '../kernel/pe-kernel.ts';

/** Something that may be a kernel, wherever its bytes are. */
export interface Artifact {
  /** What reports call it: the path of a file, or `linux-image.deb!/boot/vmlinuz-6.12` in a file. */
  readonly name: string;
  /** The PE file that it is the kernel of. */
  readonly container?: Container;
  /** Where its bytes are; left out where only `open` can reach them. */
  readonly locator?: Locator;
  /**
   * Opens its bytes: those of the kernel, also where it is in something else.
   *
   * @throws {Error} with a clause that follows the name, where they cannot be read.
   */
  readonly open: () => OpenArtifact | Promise<OpenArtifact>;
}

/** Where an artifact is, as plain data: another thread can open it by that. */
export interface Locator {
  /** Of the file. */
  readonly path: string;
  /**
   * Its place among the members of an archive, from 0; in an archive in the archive, one for each.
   * `null` for the file itself.
   */
  readonly at: readonly number[] | null;
}

/** A PE file around a kernel. */
export interface Container {
  readonly format: PeContainer;
  /** What reports call it. */
  readonly name: string;
  /** As `open` of the artifact. */
  readonly open: () => Promise<OpenArtifact>;
}

export interface OpenArtifact extends ByteSource {
  close(): void | Promise<void>;
}

export function fileArtifact(path: string): Artifact {
  return { name: path, locator: { path, at: null }, open: () => openFile(path) };
}

/** Opens an artifact for as long as `read` takes. */
export async function readArtifact<T>(
  { open }: Artifact,
  read: (source: ByteSource) => Promise<T>,
): Promise<T> {
  const source = await open();
  try {
    return await read(source);
  } finally {
    await source.close();
  }
}
