import type { ByteSource } from '../../bytes/bytes.ts';
import { isElf } from '../../kernel/elf.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import type { Described } from '../../rules/evidence.ts';
import { buildPv, buildPvh } from '../build/build-guest.ts';
import { firmwareImage, pvhKernel } from '../build/elf-kernel.ts';
import { type ElfBinary, UndefinedBehaviour } from '../libelf/elf-binary.ts';
import { initialise } from '../libelf/init.ts';
import { parseXenElf } from '../libelf/parse.ts';
import type { Machine } from '../machine.ts';
import { finding, type Refusal, refusalAt } from '../refusal.ts';
import { startOfPvh } from '../start/placed-pvh.ts';
import { type BinImage, binKernel, checkBinImage, findBinImage } from './bin-image.ts';
import { afterBzImageProbe } from './bzimage-probe.ts';
import { checkDomUFeature, checkPvhGuestType, checkSectionNames } from './domu-checks.ts';
import { parseInToolstack } from './libelf.ts';
import { type Loaded, type Loader, type Refused, runChecks } from './loader.ts';
import { decompressForDomU, readKernelFile } from './toolstack.ts';
import { NO_LOW_MEMORY, NOT_32_BIT } from './toolstack-says.ts';

/**
 * A PVH domU: `xc_dom_parse_image` with an HVM container. Before the loaders that a PV domain knows,
 * "HVM-generic" is asked (tools/libs/guest/xg_dom_hvmloader.c): it loads firmware, and takes any
 * 32-bit ELF file whose notes libelf refuses.
 */
export const pvhDomU: Loader = {
  load(kernel, has, machine) {
    const file = readKernelFile(kernel, has);
    if ('refusal' in file) return file;
    const { blob } = file;
    const binImage = findBinImage(blob);
    if (binImage) return startInHvm(binImage, blob, machine, has);
    const firmware = kernel.format === 'bzimage' ? beforeBzImage(blob, machine, has) : null;
    if (firmware) return firmware;
    return afterBzImageProbe(loadElf(kernel, blob, machine, has), kernel, blob, has);
  },
};

function loadElf(kernel: Kernel, blob: ByteSource, machine: Machine, has: Has): Loaded | Refused {
  const decompressed = decompressForDomU(kernel, blob, has);
  if ('refusal' in decompressed) return decompressed;
  const { elf } = decompressed;
  const parsed = parseInToolstack(elf, 'pvh', has);
  if ('refusal' in parsed) {
    return kernel.format === 'bzimage' ? parsed : asFirmware(parsed, elf, machine, has);
  }
  const checked = runChecks(parsed, [
    () => checkSectionNames(parsed, has),
    () => checkDomUFeature(parsed, has),
    () => checkPvhGuestType(parsed, has),
  ]);
  if ('refusal' in checked) return checked;
  const guest = buildPvh(pvhKernel(parsed), machine, has);
  if ('refusal' in guest) return guest;
  const { layout, needsMemory } = guest;
  return { image: parsed, start: startOfPvh(parsed, layout, has), needsMemory };
}

/** HVM-generic is asked before the bzImage loader, so an ELF file with a stray `HdrS` is firmware first. */
function beforeBzImage(blob: ByteSource, machine: Machine, has: Has): Loaded | Refused | null {
  if (!isElf(blob)) return null;
  const parsed = parseInToolstack(blob, 'pvh', has);
  const isFirmware = 'refusal' in parsed && headersOf(blob, has) !== null;
  return isFirmware ? asFirmware(parsed, blob, machine, has) : null;
}

/** The loader for binary images does not ask for what container the domain has. */
function startInHvm(
  image: BinImage,
  blob: ByteSource,
  machine: Machine,
  has: Has,
): Loaded | Refused {
  const refused = checkBinImage(image, blob, has);
  if (refused) return { refusal: refused };
  const kernel = binKernel(image, blob);
  if (has('pv-width-is-for-pv') || kernel.type !== 'xen-3.0-x86_64') {
    const xenSays = `${NO_LOW_MEMORY}: Out of memory`;
    return { refusal: refusalAt('build', 'bin-image-in-pvh', {}, xenSays) };
  }
  const guest = buildPv(kernel, machine, has);
  if ('refusal' in guest) return guest;
  const { needsMemory } = guest;
  return { image: null, start: [finding('bin-image-in-pvh', {})], needsMemory };
}

/** `xc_dom_probe_hvm_kernel` takes what is an ELF file and no Xen kernel; it must be 32-bit. */
function asFirmware(
  { refusal }: Refused,
  source: ByteSource,
  machine: Machine,
  has: Has,
): Loaded | Refused {
  const elf = headersOf(source, has);
  if (elf === null) return { refusal };
  if (!elf.isClass32) return { refusal: { ...refusal, xenSays: NOT_32_BIT } };
  const parse = parseXenElf(source, 'pvh', has);
  const taken = becauseOf(refusal);
  const guest = buildPvh(firmwareImage(elf, parse), machine, has);
  if ('refusal' in guest) {
    const evidence = { ...taken, unplaced: describedBy(guest.refusal) };
    const { xenSays } = guest.refusal;
    return { ...guest, refusal: refusalAt('build', 'taken-for-firmware', evidence, xenSays) };
  }
  const found = finding('taken-for-firmware', { ...taken, unplaced: null });
  const { layout, needsMemory } = guest;
  const placed = startOfPvh({ elf, parameters: parse.parameters }, layout, has);
  return { image: null, start: [found, ...placed], needsMemory };
}

/** The file, where libelf can read its headers; the refusal says why it cannot. */
function headersOf(source: ByteSource, has: Has): ElfBinary | null {
  try {
    const init = initialise(source, has);
    return 'elf' in init ? init.elf : null;
  } catch (error) {
    if (error instanceof UndefinedBehaviour) return null;
    throw error;
  }
}

/** Why an ELF file is no Xen kernel. */
function becauseOf(refused: Refusal) {
  const { rule: because, evidence } = refused;
  const feature = 'feature' in evidence ? evidence.feature : null;
  return { because, feature, refused: describedBy(refused) };
}

function describedBy({ rule, evidence }: Refusal): Described {
  return { rule, evidence };
}
