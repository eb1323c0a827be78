import { quote } from '../../../text/quote.ts';
import { UsageError } from '../../../text/usage-error.ts';
import type { Release } from '../releases.ts';
import type { XenBuild } from '../xen-build.ts';
import { binaryBuild, type NamedXenFile } from './xen-binary.ts';

/**
 * The builds that files make. A hypervisor and a toolstack library of one series are one Xen; where
 * there are several of a kind, each goes with each of the other kind. A file of a series alone is one, too.
 *
 * @throws {UsageError} on a library for which there are only hypervisors of other series, which could
 *   not work together; on a Xen older than all releases.
 */
export function pairFiles(
  files: readonly NamedXenFile[],
  releases: readonly Release[],
): XenBuild[] {
  const hypervisors = files.filter(({ part }) => part === 'hypervisor');
  const libraries = files.filter(({ part }) => part === 'toolstack');
  for (const library of libraries) {
    if (hypervisors.length > 0 && !hypervisors.some((one) => isPair(one, library))) {
      throw new UsageError(
        `${quote(library.path)} is of Xen ${library.version}, and no given hypervisor is: ${hypervisors.map(({ path, version }) => `${quote(path)} is Xen ${version}`).join(', ')}`,
      );
    }
  }
  const given = files.map(({ path }) => path);
  const make = (own: OneOrTwo) => makeBuild(own, releases, given);
  const alone = hypervisors.length === 0 ? libraries : [];
  return [
    ...hypervisors.flatMap((hypervisor) => {
      const own = libraries.filter((library) => isPair(hypervisor, library));
      return own.length === 0
        ? [make([hypervisor])]
        : own.map((library) => make([hypervisor, library]));
    }),
    ...alone.map((library) => make([library])),
  ];
}

/** The library of 4.1 is called `libxenguest.so.4.0` as well. */
const SHARED_NAMES: Readonly<Record<string, string>> = { '4.1': '4.0' };

function isPair(hypervisor: NamedXenFile, library: NamedXenFile): boolean {
  const series = /^\d+\.\d+/.exec(hypervisor.version)?.[0] ?? '';
  return library.version === series || library.version === SHARED_NAMES[series];
}

type OneOrTwo = readonly [NamedXenFile, ...NamedXenFile[]];

function makeBuild(
  files: OneOrTwo,
  releases: readonly Release[],
  given: readonly string[],
): XenBuild {
  const build = binaryBuild(files, releases, given);
  if (build !== null) return build;
  const [{ path, version }] = files;
  throw new UsageError(`${quote(path)} is Xen ${version}, older than all known releases`);
}
