import type { ByteSource } from '../../kernel/bytes.ts';
import { isElf } from '../../kernel/elf.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Has } from '../facts/facts.ts';
import { initialise } from '../libelf/init.ts';
import type { Refusal } from '../refusal.ts';
import { finding } from '../refusal.ts';
import { checkBinImage, findBinImage } from './bin-image.ts';
import { afterBzImageProbe } from './bzimage-probe.ts';
import { checkDomUFeature, checkPvhGuestType, checkSectionNames } from './domu-checks.ts';
import { parseInToolstack } from './libelf.ts';
import { type Check, type Loaded, type Loader, type Refused, runChecks } from './loader.ts';
import { readKernelFile, unpackForDomU } from './toolstack.ts';

/**
 * A PVH domU: `xc_dom_parse_image` with an HVM container. Before the loaders that a PV domain knows,
 * "HVM-generic" is asked (tools/libs/guest/xg_dom_hvmloader.c): it loads firmware, and takes any
 * 32-bit ELF file whose notes libelf refuses.
 */
export const pvhDomU: Loader = {
  exists: (has) => has('pvh-domu'),
  load(kernel, has) {
    const file = readKernelFile(kernel, has);
    if ('refusal' in file) return file;
    const { blob } = file;
    const binImage = findBinImage(blob);
    if (binImage) return startInHvm(checkBinImage(binImage, blob, has));
    const firmware = kernel.bzimage ? beforeBzImage(blob, has) : null;
    if (firmware) return firmware;
    return afterBzImageProbe(loadElf(kernel, blob, has), kernel, blob, has);
  },
};

function loadElf(kernel: Kernel, blob: ByteSource, has: Has): Loaded | Refused {
  const unpacked = unpackForDomU(kernel, blob, has);
  if ('refusal' in unpacked) return unpacked;
  const parsed = parseInToolstack(unpacked.elf, 'pvh', has);
  if ('refusal' in parsed) return kernel.bzimage ? parsed : asFirmware(parsed, unpacked.elf, has);
  return runChecks(parsed, [
    () => checkSectionNames(parsed, has),
    () => checkDomUFeature(parsed, has),
    () => checkPvhGuestType(parsed, has),
  ]);
}

/** HVM-generic is asked before the bzImage loader, so an ELF file with a stray `HdrS` is firmware first. */
function beforeBzImage(blob: ByteSource, has: Has): Loaded | Refused | null {
  if (!isElf(blob)) return null;
  const parsed = parseInToolstack(blob, 'pvh', has);
  const isFirmware = 'refusal' in parsed && 'elf' in initialise(blob, has);
  return isFirmware ? asFirmware(parsed, blob, has) : null;
}

/** The loader for binary images does not ask for what container the domain has. */
function startInHvm(refused: Check): Loaded | Refused {
  if (refused) return { refusal: refused };
  const message =
    'The toolstack loads the file by its xen_bin_image_table, as a PV kernel, into a PVH domain.';
  return { image: null, start: [finding('bin-image-in-pvh', message)], needsMemory: null };
}

/** `xc_dom_probe_hvm_kernel` takes what is an ELF file and no Xen kernel; it must be 32-bit. */
function asFirmware({ refusal }: Refused, source: ByteSource, has: Has): Loaded | Refused {
  const init = initialise(source, has);
  if (!('elf' in init)) return { refusal };
  if (init.elf.isClass32)
    return { image: null, start: [takenForFirmware(refusal)], needsMemory: null };
  return { refusal: { ...refusal, xenSays: 'xc_dom_parse_hvm_kernel: ELF image is not 32bit' } };
}

function takenForFirmware({ kind: because, message, evidence }: Refusal): Refusal {
  return finding(
    'taken-for-firmware',
    `The toolstack takes this 32-bit ELF file for firmware and enters it at e_entry, since it is no kernel to it: ${message}`,
    null,
    { because, feature: 'feature' in evidence ? evidence.feature : null },
  );
}
