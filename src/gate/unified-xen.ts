import type { Container } from '../artifacts/artifact.ts';
import type { ByteSource } from '../bytes/bytes.ts';
import { latin1 } from '../bytes/latin1.ts';
import { sha256 } from '../files/file-source.ts';
import type { CheckTime } from '../kernel/payload/work-budget.ts';
import { readPe } from '../kernel/pe.ts';
import { findPeFaults } from '../kernel/pe-kernel.ts';
import type { Targets } from '../policy/settings.ts';
import { BOOT_PATHS, isDom0 } from '../programs/boot-path.ts';
import { compareVersions } from '../programs/versions.ts';
import { pairFiles } from '../programs/xen/binary/pair.ts';
import { MENTIONED } from '../programs/xen/facts/mentioned.ts';
import type { Release } from '../programs/xen/releases.ts';
import { MOST_MEMORY } from '../xen/machine.ts';
import { type Refusal, refusalAt } from '../xen/refusal.ts';
import { readDom0Options } from '../xen-binary/efi-config.ts';
import { readXenFile } from '../xen-binary/read.ts';

/** What a kernel in a unified image of Xen is checked on: the Xen around it. */
export interface UnifiedXen {
  readonly targets: readonly Targets[];
  /** What is wrong with the image. */
  readonly refusals: readonly Refusal[];
}

/** More is no configuration, in bytes. */
const MAX_CONFIG = 64 * 1024;

/** The first release that looks for sections. */
const { since: SINCE } = MENTIONED['efi-unified-image'];

/**
 * The Xen of a unified image, as the target of the kernel in it.
 *
 * @param targets of the run: their machine is that of the image, but for what its options say.
 * @throws {Error} with a clause that follows the name of the kernel, where the Xen cannot be read.
 */
export async function readUnifiedXen(
  { name, open }: Container,
  targets: readonly Targets[],
  releases: readonly Release[],
  checkTime: CheckTime,
): Promise<UnifiedXen> {
  const source = await open();
  try {
    const file = { path: name, size: source.size, sha256: await sha256(source) };
    const read = await readXenFile(source, checkTime).catch((error: Error) => {
      checkTime();
      throw new Error(`cannot be checked: the image around it ${error.message}`);
    });
    if (!looksForSections(read.version)) {
      throw new Error(
        `is in a unified image of Xen ${read.version}, which does not look for it: Xen does since ${SINCE}`,
      );
    }
    const { type, memory } = readDom0Options(configOf(source));
    const machine = targets[0]?.machine;
    if (machine === undefined) return { targets: [], refusals: [] };
    const dom0Memory = Math.min(memory ?? machine.dom0Memory, MOST_MEMORY);
    const target: Targets = {
      builds: pairFiles([{ ...file, ...read }], releases),
      boot: [{ boot: type === 'pvh' ? 'pvh-dom0' : 'pv-dom0' }],
      among: BOOT_PATHS.filter(isDom0),
      machine: { ...machine, dom0Memory },
    };
    const refusals = findPeFaults(source, 'xen-unified').map((fault) =>
      refusalAt('container', 'damaged-unified-image', { ...fault }, null),
    );
    return { targets: [target], refusals };
  } finally {
    await source.close();
  }
}

function looksForSections(version: string): boolean {
  const [number] = /^\d+(?:\.\d+)+/.exec(version) ?? [];
  return number === undefined || compareVersions(number, SINCE) >= 0;
}

function configOf(source: ByteSource): string {
  const section = readPe(source)?.sections.find(({ name }) => name === '.config');
  if (section === undefined) return '';
  const size = Math.min(section.size, section.memorySize || section.size, MAX_CONFIG);
  return latin1(source.read(section.offset, size));
}
