import type { ByteSource } from '../../bytes/bytes.ts';
import { type ArMember, arMembers } from './ar.ts';
import { ArchiveError } from './archive-error.ts';
import { contentStream, membersIn, packageContent, TAR_MAGIC } from './content-stream.ts';
import { debianDepends } from './depends.ts';
import type { ArchiveWork } from './limits.ts';
import { type Archive, cleanName } from './member.ts';
import { tarMembers } from './tar.ts';

/** `control` and `md5sums` of the largest package have some 10 MB. */
const MOST_CONTROL = 64 * 1024 * 1024;

const FORMAT = /^2\.\d+\n/;

/**
 * A Debian package (deb(5)): an ar archive with `debian-binary`, `control.tar` and `data.tar`, the last
 * two compressed or not. `md5sums` of the control part has the names of the files, and `control` the
 * packages that it depends on.
 */
export async function openDeb(source: ByteSource, work: ArchiveWork): Promise<Archive> {
  const parts = arMembers(source);
  const format = parts.find(({ name }) => name === 'debian-binary');
  const version = format && new TextDecoder().decode(format.source.read(0, 16));
  if (version === undefined || !FORMAT.test(version)) {
    throw new ArchiveError('unsupported', 'is no Debian package of format 2');
  }
  const { control, md5sums } = await readControl(onePart(parts, 'control'), work);
  const data = packageContent(onePart(parts, 'data').source, TAR_MAGIC);
  return {
    members: membersIn(data, work, (stream) => tarMembers(stream, work)),
    listed: md5sums === null ? null : listedIn(md5sums),
    depends: () => debianDepends(control),
  };
}

/** The part `control.tar` or `data.tar`, with the name of any compression. */
function onePart(parts: readonly ArMember[], kind: 'control' | 'data'): ArMember {
  const [part, ...others] = parts.filter(({ name }) => name.startsWith(`${kind}.tar`));
  if (part && others.length === 0) return part;
  const count = part ? `more than one ${kind}.tar` : `no ${kind}.tar`;
  throw new ArchiveError('damaged', `is damaged: it has ${count}`);
}

interface Control {
  readonly control: string;
  readonly md5sums: string | null;
}

async function readControl({ source }: ArMember, work: ArchiveWork): Promise<Control> {
  const stream = contentStream(source, work);
  const texts = new Map<string, string>();
  try {
    for await (const { name, kind, size, open } of tarMembers(stream, work)) {
      if (kind !== 'file' || !['control', 'md5sums'].includes(name)) continue;
      if (size > MOST_CONTROL) throw new ArchiveError('limit', `has a ${name} of ${size} bytes`);
      const text = await open();
      texts.set(name, new TextDecoder().decode(text.read(0, size)));
    }
  } finally {
    await stream.close();
  }
  return { control: texts.get('control') ?? '', md5sums: texts.get('md5sums') ?? null };
}

/** Lines of a sum of 32 digits, two spaces, and a path. */
function listedIn(md5sums: string): string[] {
  return [...md5sums.matchAll(/^[0-9a-f]{32} [ *](.+)$/gm)].map(([, path = '']) => cleanName(path));
}
