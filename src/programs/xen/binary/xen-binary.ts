import type { Fact } from '../../fact.ts';
import { type Difference, NO } from '../difference-names.ts';
import { isOffByDefault } from '../differences.ts';
import { partsWith, XEN_FACTS, type XenFactId } from '../facts/facts.ts';
import type { Release } from '../releases.ts';
import { answerer, buildOf, type XenBuild } from '../xen-build.ts';
import { type BaseRelease, baseRelease } from './base-release.ts';
import type { ReadFact, XenFile, XenPart } from './xen-file.ts';

/** A Xen that was read from its files. */
export interface XenBinary {
  readonly files: readonly NamedXenFile[];
  /** `4.20.5-pre` */
  readonly version: string;
  readonly base: BaseRelease;
  /** Every fact that a file decides. */
  readonly read: readonly ReadFact[];
  /** Facts that no file decides, and of which the base release proves nothing. */
  readonly unsure: readonly UnsureFact[];
  /** Parts of which there is no file: all about them is taken from the base release. */
  readonly missing: readonly XenPart[];
}

/** A build that was read from its files. */
export type ReadBuild = XenBuild & { readonly binary: XenBinary };

/** Those of some builds that were read from files. */
export function readBuilds(builds: readonly XenBuild[]): ReadBuild[] {
  return builds.filter(isReadBuild);
}

export function isReadBuild(build: XenBuild): build is ReadBuild {
  return build.binary !== null;
}

/** A file, as the user named it. */
export interface NamedXenFile extends XenFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

export interface UnsureFact {
  readonly fact: XenFactId;
  /** What is assumed. */
  readonly present: boolean;
  /** A clause. */
  readonly why: string;
}

const PARTS: readonly XenPart[] = ['hypervisor', 'toolstack'];

/**
 * One Xen of a hypervisor, a toolstack library, or one of each.
 *
 * @param files of one series; the hypervisor, which knows its point release, first.
 * @param given the paths of all files: the label distinguishes its own from them.
 * @returns `null` where its version is older than all releases.
 */
export function binaryBuild(
  files: readonly [NamedXenFile, ...NamedXenFile[]],
  releases: readonly Release[],
  given: readonly string[] = [],
): XenBuild | null {
  const [{ version }] = files;
  const base = baseRelease(version, releases);
  if (base === null) return null;
  const { has } = buildOf(base.release);
  const read = factsOf(files);
  const missing = PARTS.filter((part) => !files.some((file) => file.part === part));
  const differences = read.flatMap((one) => differenceOf(one, has(one.fact)));
  const conflicts = conflictsOf(files);
  return {
    id: files.map(({ path }) => path).join(' + '),
    release: base.release,
    differences,
    label: labelOf(files, version, given),
    product: null,
    binary: {
      files,
      version,
      base,
      read,
      unsure: [...conflicts, ...unsureOf(base, read, missing, has)],
      missing,
    },
    has: answerer(base.release, differences),
  };
}

/**
 * Builds with labels that distinguish files of one name by their directories, in whichever list they were
 * given.
 *
 * @param others all builds of the run.
 */
export function withOwnLabels(
  builds: readonly XenBuild[],
  others: readonly XenBuild[],
): readonly XenBuild[] {
  const given = readBuilds(others).flatMap(({ binary }) => binary.files.map(({ path }) => path));
  return builds.map((build) => {
    if (!isReadBuild(build)) return build;
    const { files, version } = build.binary;
    return { ...build, label: labelOf(files, version, given) };
  });
}

function labelOf(
  files: readonly NamedXenFile[],
  version: string,
  given: readonly string[],
): string {
  return `${files.map(({ path }) => nameOf(path, given)).join(' + ')} · ${version}`;
}

/**
 * The last part of a path, with the directories that distinguish it from others of that name. What
 * could mean something to an output is shown as `_`.
 */
function nameOf(path: string, others: readonly string[]): string {
  const parts = path.split('/');
  const ends = parts.map((_, i) => parts.slice(-1 - i).join('/'));
  const isOwn = (end: string) =>
    others.every((one) => one === path || !`/${one}`.endsWith(`/${end}`));
  const name = ends.find(isOwn) ?? path;
  return name.replace(/[^A-Za-z0-9._+/-]/g, '_') || '_';
}

/** What both files say of the same fact holds only where both have it. */
function factsOf(files: readonly NamedXenFile[]): ReadFact[] {
  const facts = new Map<XenFactId, ReadFact>();
  for (const one of files.flatMap((file) => file.facts)) {
    const other = facts.get(one.fact);
    if (other === undefined || (other.present && !one.present)) facts.set(one.fact, one);
  }
  return [...facts.values()];
}

function conflictsOf(files: readonly NamedXenFile[]): UnsureFact[] {
  const all = files.flatMap((file) => file.facts);
  const facts = [...new Set(all.map(({ fact }) => fact))];
  return facts
    .filter(
      (fact) => new Set(all.filter((one) => one.fact === fact).map((one) => one.present)).size > 1,
    )
    .map((fact) => ({ fact, present: false, why: 'the hypervisor and the toolstack differ' }));
}

function differenceOf({ fact, present }: ReadFact, upstream: boolean): Difference[] {
  if (present === upstream && !isOffByDefault(fact)) return [];
  return [{ name: present ? fact : NO + fact, fact, present }];
}

/**
 * What nothing shows: facts that came or went between the releases that it may be, and build options of
 * a part of which there is no file.
 */
function unsureOf(
  { candidates }: BaseRelease,
  read: readonly ReadFact[],
  missing: readonly XenPart[],
  has: XenBuild['has'],
): UnsureFact[] {
  const known = new Set(read.map(({ fact }) => fact));
  const builds = candidates.map((release) => buildOf(release));
  const [oldest, newest] = [candidates[0], candidates.at(-1)];
  return (Object.entries(XEN_FACTS) as [XenFactId, Fact][]).flatMap(([fact, { kind }]) => {
    if (known.has(fact) || kind === 'wording') return [];
    const present = has(fact);
    if (kind === 'build-option' && partsWith(fact).every((part) => missing.includes(part))) {
      return present || isOffByDefault(fact)
        ? [{ fact, present, why: `a build option of the ${partsWith(fact).join(' and ')}` }]
        : [];
    }
    if (builds.every((build) => build.has(fact) === present)) return [];
    return [{ fact, present, why: `${oldest?.version} and ${newest?.version} differ` }];
  });
}
