import { viewOf } from '../../bytes/view.ts';
import type { AdbObject } from './adb.ts';
import { ArchiveError } from './archive-error.ts';
import { FILE_TYPE, fileTypeOf } from './file-mode.ts';
import type { ArchiveWork } from './limits.ts';
import { cleanName, type Member, textOf } from './member.ts';

// Slots of the schema of a package: src/apk_adb.h of apk-tools 3.0.6.
const PACKAGE = { info: 1, directories: 2 } as const;
const INFO = { depends: 0x0f } as const;
const DEPENDENCY = { name: 1, match: 3 } as const;
const DIRECTORY = { name: 1, files: 3 } as const;
const FILE = { name: 1, size: 3, digest: 5, target: 6 } as const;

/** In front of a target: its `st_mode`, in bytes. */
const MODE = 2;

/** `APK_VERSION_CONFLICT`: the package is not to be there. */
const CONFLICT = 16;

/** A file, or something else, that a package lists. */
export interface ApkFile {
  readonly name: string;
  readonly kind: Member['kind'];
  readonly target: string;
  /** In bytes. */
  readonly size: number;
  readonly digest: Uint8Array;
  /** Its number in its directory, and that of the directory, from 1. */
  readonly place: { readonly directory: number; readonly file: number };
}

export interface ApkPackage {
  /** In the order in which the package has their contents. */
  readonly files: readonly ApkFile[];
  readonly depends: readonly string[];
}

/** What the database of a package says of it. */
export function readApkPackage(root: AdbObject, work: ArchiveWork): ApkPackage {
  const depends: string[] = [];
  for (const item of root.object(PACKAGE.info)?.objects(INFO.depends) ?? []) {
    work.countMember();
    if (item.int(DEPENDENCY.match) & CONFLICT) continue;
    depends.push(textIn(item, DEPENDENCY.name, work));
  }
  const files: ApkFile[] = [];
  let place = { directory: 0, file: 0 };
  for (const directory of root.objects(PACKAGE.directories)) {
    work.countMember();
    const path = textIn(directory, DIRECTORY.name, work);
    place = { directory: place.directory + 1, file: 0 };
    // The first one may be the root.
    if (path !== '') files.push({ ...DIRECTORY_ENTRY, name: cleanName(path), place });
    for (const file of directory.objects(DIRECTORY.files)) {
      work.countMember();
      place = { ...place, file: place.file + 1 };
      const own = textIn(file, FILE.name, work);
      work.countName(path.length);
      const name = cleanName(`${path}/${own}`);
      files.push({ ...fileOf(file), name, place });
    }
  }
  return { files, depends };
}

const NO_BYTES = new Uint8Array(0);

const DIRECTORY_ENTRY = { kind: 'directory', target: '', size: 0, digest: NO_BYTES } as const;

/** A file without a target is a regular one. */
function fileOf(file: AdbObject): Omit<ApkFile, 'name' | 'place'> {
  const target = file.blob(FILE.target);
  const size = file.int(FILE.size);
  const digest = file.blob(FILE.digest) ?? NO_BYTES;
  if (target === null) return { kind: 'file', target: '', size, digest };
  if (target.length < MODE) throw new ArchiveError('damaged', 'is damaged: a link has no type');
  const type = fileTypeOf(viewOf(target).getUint16(0, true));
  // A regular file with a target is another name of that file.
  const isLink = type === FILE_TYPE.link || type === FILE_TYPE.regular;
  if (!isLink) return { kind: 'special', target: '', size, digest };
  return { kind: 'link', target: textOf(target.subarray(MODE)), size, digest };
}

function textIn(object: AdbObject, slot: number, work: ArchiveWork): string {
  const text = textOf(object.blob(slot) ?? NO_BYTES);
  work.countName(text.length);
  return text;
}
