import type { ByteSource } from '../../bytes/bytes.ts';
import { latin1 } from '../../bytes/latin1.ts';
import { ArchiveError } from './archive-error.ts';
import type { ArchiveWork } from './limits.ts';
import type { Archive } from './member.ts';
import { openTar } from './open-tar.ts';

/**
 * A package for Alpine. Version 2 is a tar archive in three gzip streams: signature, description and
 * files. Version 3 is a database of its own (apk-v3(5)), which is not read.
 */
export async function openApk(source: ByteSource, work: ArchiveWork): Promise<Archive> {
  if (latin1(source.read(0, 3)) !== 'ADB') return openTar(source, work);
  throw new ArchiveError(
    'unsupported',
    'is an Alpine package of version 3, which is not read; extract it with `apk extract`, and check the kernel in it',
  );
}
