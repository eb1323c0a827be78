import type { Codec } from '../codecs/codec.ts';
import { buildId } from '../kernel/build-id.ts';
import type { ReadFact, XenFile } from '../programs/xen/binary/xen-file.ts';
import { UsageError } from '../text/usage-error.ts';
import { compiledVersion } from './compiled-version.ts';
import { type Configuration, findConfiguration } from './configuration.ts';
import { asksPvhDom0, REFUSAL } from './dom0-check.ts';
import { holds, type Image, isX86 } from './image.ts';
import { readLibelf } from './libelf.ts';

/** What Xen prints first, in every release. */
const BANNER = 'Xen version %d.%d%s (';

export function isHypervisor(image: Image): boolean {
  return holds(image, BANNER);
}

/**
 * What a hypervisor says of itself.
 *
 * @param format of the file, in words.
 * @throws {UsageError} with a clause that follows the path of the file.
 */
export async function readHypervisor(image: Image, format: string): Promise<XenFile> {
  const configuration = await findConfiguration(image);
  if (!isX86(image) || (configuration !== null && configuration.arch !== 'x86')) {
    throw new UsageError(
      `is a Xen for ${isX86(image) ? configuration?.arch : image.arch}, and only Xen on x86 is checked`,
    );
  }
  if (configuration?.isOn('PV_SHIM_EXCLUSIVE')) {
    throw new UsageError('is the shim that Xen runs in a guest, and no hypervisor of a host');
  }
  const version = versionOf(image, configuration);
  const pv = readPv(image, configuration);
  return {
    part: 'hypervisor',
    format,
    ...version,
    vendorVersion: vendorVersion(image, version.version),
    buildId: image.format === 'elf' ? buildId(image.source) : null,
    loaders: [],
    facts: [
      pv,
      ...readPv32(image, configuration),
      ...readHvm(image, configuration, pv.present),
      ...readCodecs(image),
      ...readLibelf(image),
    ],
  };
}

/** The code says more than the configuration where a vendor added to the version. */
function versionOf(
  image: Image,
  configuration: Configuration | null,
): Pick<XenFile, 'version' | 'versionFrom'> {
  const compiled = compiledVersion(image);
  const own = configuration?.version ?? null;
  if (compiled !== null) {
    const version = compiled.series + compiled.extra;
    const versionFrom = own === version ? 'its code and its configuration' : 'its code';
    return { version, versionFrom };
  }
  if (own !== null) return { version: own, versionFrom: 'its configuration' };
  throw new UsageError(
    'is a Xen whose version cannot be found in it: give its release with --xen instead',
  );
}

/** Longer than any. */
const MOST_VERSION = 96;

/** A longer version that stands alone, as in Debian's Xen; `null` where there is none, or several. */
function vendorVersion({ bytes }: Image, version: string): string | null {
  const series = /^\d+\.\d+/.exec(version)?.[0] ?? version;
  const found = new Set<string>();
  const start = `\0${series}.`;
  for (let at = bytes.indexOf(start); at >= 0; at = bytes.indexOf(start, at + 1)) {
    const text = bytes.toString('latin1', at + 1, at + 1 + MOST_VERSION);
    const [, own] = /^(\d+\.\d+\.\d+[-+~][\w.+~-]*)\0/.exec(text) ?? [];
    if (own !== undefined && own !== version) found.add(own);
  }
  const [only, ...others] = found;
  return only !== undefined && others.length === 0 ? only : null;
}

/** What the builder of a PV dom0 prints, since 4.11 and before. */
const PV_BUILDER = ['*** Building a PV Dom', '*** LOADING DOMAIN 0'];

function readPv(image: Image, configuration: Configuration | null): ReadFact {
  const fact = 'pv';
  if (configuration !== null) {
    const present = configuration.isOn('PV');
    return { fact, present, how: `has CONFIG_PV ${present ? 'on' : 'off'} in its configuration` };
  }
  const present = PV_BUILDER.some((text) => holds(image, text));
  return {
    fact,
    present,
    how: `${present ? 'holds' : 'lacks'} the messages of the builder of a PV dom0`,
  };
}

/** What a hypervisor with 32-bit PV guests offers to the toolstack; until 4.19 as a format. */
const PV32 = ['xen-%d.%d-x86_32p', 'xen-3.0-x86_32p'];

function readPv32(image: Image, configuration: Configuration | null): ReadFact[] {
  const fact = 'pv32';
  if (configuration !== null) {
    const present = configuration.isOn('PV32');
    return [
      { fact, present, how: `has CONFIG_PV32 ${present ? 'on' : 'off'} in its configuration` },
    ];
  }
  const present = PV32.some((text) => holds(image, text));
  return [
    { fact, present, how: `${present ? 'offers' : 'does not offer'} the guest type x86_32p` },
  ];
}

/** What the builder of a PVH dom0 prints, and nothing else. */
const PVH_BUILDER = 'Unable to parse kernel for ELFNOTES';

/** What it ends with until d6281be9d014, whatever the kernel is. */
const UNFINISHED = 'Building a PVHv2 Dom0 is not yet supported.';

function readHvm(image: Image, configuration: Configuration | null, hasPv: boolean): ReadFact[] {
  if (holds(image, UNFINISHED)) {
    return [{ fact: 'pvh-dom0', present: false, how: `holds "${UNFINISHED}"` }];
  }
  const present = holds(image, PVH_BUILDER);
  const builder: ReadFact = {
    fact: 'pvh-dom0',
    present,
    how: `${present ? 'holds' : 'lacks'} the messages of the builder of a PVH dom0`,
  };
  if (!present) return [builder, ...readNoHvm(configuration)];
  if (!hasPv) return [builder, readCheckAlone(image)];
  const asks = asksPvhDom0(image);
  if (asks === null) return [builder];
  const how = asks
    ? 'asks for the feature dom0 in both builders of dom0'
    : 'asks for the feature dom0 only in the builder of a PV dom0';
  return [builder, { fact: 'pvh-dom0-asks-dom0-feature', present: asks, how }];
}

/** Without PV, only the builder of a PVH dom0 can have the check. */
function readCheckAlone(image: Image): ReadFact {
  const present = holds(image, REFUSAL);
  const how = `${present ? 'holds' : 'lacks'} "${REFUSAL}"`;
  return { fact: 'pvh-dom0-asks-dom0-feature', present, how };
}

/** Without hardware virtualisation no guest is PVH, whatever the toolstack offers. */
function readNoHvm(configuration: Configuration | null): ReadFact[] {
  if (configuration === null || configuration.isOn('HVM')) return [];
  return [{ fact: 'pvh-domu', present: false, how: 'has CONFIG_HVM off in its configuration' }];
}

/** A message of each decompressor: one of these shows that it is linked. */
const MESSAGES: Readonly<Record<Codec, readonly string[]>> = {
  gzip: ['bad gzip magic numbers'],
  bzip2: ['Data integrity error when decompressing.'],
  // Until 4.1, it has no words of its own for corrupt data.
  lzma: ['LZMA data is corrupt', 'unexpected EOF'],
  xz: ['XZ-compressed data is corrupt'],
  lzo: ['Compressed data violation'],
  lz4: ['Decoding failed'],
  zstd: ['ZSTD-compressed data is corrupt'],
};

function readCodecs(image: Image): ReadFact[] {
  return (Object.keys(MESSAGES) as Codec[]).map((codec) => {
    const found = MESSAGES[codec].find((text) => holds(image, text));
    return {
      fact: `dom0-${codec}`,
      present: found !== undefined,
      how: found === undefined ? `lacks the messages of ${codec}` : `holds "${found}"`,
    };
  });
}
