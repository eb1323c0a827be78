import type { NamedXenFile, ReadBuild, UnsureFact } from '../programs/xen/binary/xen-binary.ts';
import type { ReadFact, XenPart } from '../programs/xen/binary/xen-file.ts';

/** A Xen that was read from its files: what they say, and what was assumed. */
export interface PublishedBinary {
  /** As verdicts name it. */
  readonly id: string;
  readonly label: string;
  /** `4.20.5-pre` */
  readonly version: string;
  /** The release that stands for all that was not read. */
  readonly release: string;
  /** Why it is this one; `null` where it is the version itself. */
  readonly releaseBecause: string | null;
  /** What was read and is otherwise there. */
  readonly differences: readonly string[];
  readonly files: readonly Omit<NamedXenFile, 'facts'>[];
  readonly read: readonly ReadFact[];
  /** Parts of which no file was given: all about them is assumed. */
  readonly missing: readonly XenPart[];
  /** What is assumed, and may be otherwise. */
  readonly unsure: readonly UnsureFact[];
}

export function publishBinary(build: ReadBuild): PublishedBinary {
  const { id, label, release, differences, binary } = build;
  const { version, base, files, read, missing, unsure } = binary;
  return {
    id,
    label,
    version,
    release: release.version,
    releaseBecause: base.why,
    differences: differences.map(({ name }) => name),
    files: files.map(({ facts, ...file }) => file),
    read,
    missing,
    unsure,
  };
}
