import { quote } from '../text/quote.ts';
import { answerTo, choose, oneOf } from '../text/suggest.ts';
import { UsageError } from '../text/usage-error.ts';
import { BOOT_PATHS, bootPath, type GrubPath, isGrubPath } from './boot-path.ts';
import { type BootWay, waysOf } from './boot-way.ts';
import { grubHas } from './grub/facts.ts';
import { findGrubRelease, GRUB_RELEASES, NEWEST_GRUB } from './grub/releases.ts';
import type { XenBuild } from './xen/xen-build.ts';

/**
 * A boot path as a user names it; on each build of Xen it is one way to boot. Without a release, GRUB is
 * that of the product, or else the newest that is known.
 */
export type NamedPath = BootWay;

/** Boot paths that are named, or `auto`: those that the notes of the kernel claim. */
export type NamedPaths = readonly NamedPath[] | 'auto';

/** Stands between a boot path and a release of GRUB. */
const AT = '@';

/** Stands for every release of GRUB. */
const ALL = 'all';

const GRUB = 'grub';

/** What people call guests with firmware. */
const HVM = ['hvm', 'hvm-domu', 'pvhvm', 'pvhvm-domu'];

const VERSIONS = GRUB_RELEASES.map(({ version }) => version);

/**
 * The boot paths of a list as users write it, each once, in the order of the table; `auto` for an empty
 * list:
 *
 * - `pv-domu` a boot path
 * - `pvgrub-domu@2.06` GRUB of that release, `pvgrub-domu@all` every one that is known and has the path
 * - `pvgrub-domu` the GRUB of the product, or else the newest
 *
 * @throws {UsageError} with a sentence about an unknown one, with what may be meant, or about `auto`
 *   beside a path.
 */
export function parseBootList(names: readonly string[]): NamedPaths {
  const chosen = names.map(parseName);
  const named = chosen.flatMap((one) => (one === 'auto' ? [] : one));
  if (named.length === 0) return 'auto';
  if (chosen.includes('auto')) throw new UsageError("boot paths are 'auto' or a list, not both");
  return waysOf(named);
}

function parseName(name: string): NamedPath[] | 'auto' {
  if (name.includes(',')) {
    throw new UsageError(`${quote(name)} is several boot paths: write [${name}], a list`);
  }
  if (/\s/.test(name)) throw new UsageError(`${quote(name)} lacks a comma between its boot paths`);
  const at = name.indexOf(AT);
  const path = at < 0 ? name : name.slice(0, at);
  refuseGrub(path, at < 0 ? name : name.slice(at + 1));
  if (HVM.includes(path)) {
    throw new UsageError(
      `${quote(path)} is not checked: firmware boots an HVM guest from its disk, like a PC, and Xen ` +
        'sees no kernel. Any kernel that boots on a PC loads there',
    );
  }
  const boot = choose('boot path', path, [...BOOT_PATHS, 'auto']);
  if (at < 0) return boot === 'auto' ? boot : [{ boot }];
  if (boot !== 'auto' && isGrubPath(boot)) {
    return parseReleases(name.slice(at + 1), boot).map((grub) => ({ boot, grub }));
  }
  const paths = BOOT_PATHS.filter(isGrubPath).join(' or ');
  throw new UsageError(`${quote(name)} cannot have a release of GRUB: only ${paths} can`);
}

/** `grub`, `grub@2.06` or `2.06` alone: GRUB is part of a boot path. */
function refuseGrub(path: string, release: string): void {
  const version = findGrubRelease(release)?.version;
  if (path !== GRUB && (path !== release || version === undefined)) return;
  const suffix = version === undefined ? '' : AT + version;
  const ways = BOOT_PATHS.filter(isGrubPath).map((one) => one + suffix);
  throw new UsageError(`${quote(path)} is no boot path: write ${ways.join(' or ')}`);
}

function parseReleases(name: string, boot: GrubPath): string[] {
  const { sinceGrub } = bootPath(boot);
  if (name === ALL) return VERSIONS.filter((one) => sinceGrub === null || grubHas(one)(sinceGrub));
  const release = findGrubRelease(name);
  if (release) return [release.version];
  // A package, `2.06-13+deb12u1`, begins with its release.
  const packaged = VERSIONS.findLast((version) => name.startsWith(version));
  // Of equally near names the newest is suggested.
  const known = [...VERSIONS.toReversed(), ALL];
  const answer = packaged ? `did you mean ${packaged}?` : answerTo(name, known, oneOf(known));
  throw new UsageError(`unknown release of GRUB ${quote(name)}: ${answer}`);
}

/** The way that a named boot path is on a build of Xen. */
export function wayOn({ boot, grub }: NamedPath, { product }: XenBuild): BootWay {
  if (!isGrubPath(boot)) return { boot };
  return { boot, grub: grub ?? product?.product.guests.grub ?? NEWEST_GRUB };
}
