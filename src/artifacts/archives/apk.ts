import type { ByteSource } from '../../bytes/bytes.ts';
import { latin1 } from '../../bytes/latin1.ts';
import { openApk3 } from './apk3.ts';
import type { ArchiveWork } from './limits.ts';
import type { Archive } from './member.ts';
import { openTar } from './open-tar.ts';

/**
 * A package for Alpine. Version 2 is a tar archive in three gzip streams: signature, description and
 * files. Version 3 is a database of its own (apk-v3(5)).
 */
export async function openApk(source: ByteSource, work: ArchiveWork): Promise<Archive> {
  return latin1(source.read(0, 3)) === 'ADB' ? openApk3(source, work) : openTar(source, work);
}
