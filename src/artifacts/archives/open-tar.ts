import type { ByteSource } from '../../bytes/bytes.ts';
import type { ByteStream } from './byte-stream.ts';
import { membersIn } from './content-stream.ts';
import { pkginfoDepends } from './depends.ts';
import type { ArchiveWork } from './limits.ts';
import type { Archive, Members } from './member.ts';
import { tarMembers } from './tar.ts';

/** Of a package for pacman or Alpine, it names what the package depends on. */
const PKGINFO = '.PKGINFO';
const MOST_PKGINFO = 1 << 20;

/** A tar archive, compressed or not. Packages for pacman and Alpine are such archives. */
export async function openTar(source: ByteSource, work: ArchiveWork): Promise<Archive> {
  const depends: string[] = [];
  return {
    members: membersIn(source, work, (stream) => members(stream, work, depends)),
    listed: null,
    depends: () => depends,
  };
}

async function* members(stream: ByteStream, work: ArchiveWork, depends: string[]): Members {
  for await (const member of tarMembers(stream, work)) {
    if (member.name === PKGINFO) {
      const text = await member.head(MOST_PKGINFO);
      depends.push(...pkginfoDepends(new TextDecoder().decode(text)));
    }
    yield member;
  }
}
