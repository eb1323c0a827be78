import type { ByteSource } from '../../kernel/bytes.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Has } from '../facts/facts.ts';
import { checkBinImage, findBinImage } from './bin-image.ts';
import { afterBzImageProbe } from './bzimage-probe.ts';
import { checkDomUFeature, checkSectionNames } from './domu-checks.ts';
import { checkElfGuestType } from './guest-type.ts';
import { parseInToolstack } from './libelf.ts';
import { type Loaded, type Loader, type Refused, runChecks } from './loader.ts';
import { readKernelFile, unpackForDomU } from './toolstack.ts';

/**
 * A paravirtualised domU: `xc_dom_parse_image` with the loaders "multiboot-binary", "Linux bzImage" and
 * "ELF-generic" (tools/libs/guest/xg_dom_elfloader.c, tools/libxc/xc_dom_elfloader.c before 4.15).
 */
export const pvDomU: Loader = {
  exists: () => true,
  load(kernel, has) {
    const file = readKernelFile(kernel, has);
    if ('refusal' in file) return file;
    const binImage = findBinImage(file.blob);
    if (binImage) {
      const refused = checkBinImage(binImage, file.blob, has);
      return refused ? { refusal: refused } : { image: null, start: [], needsMemory: null };
    }
    return afterBzImageProbe(loadElf(kernel, file.blob, has), kernel, file.blob, has);
  },
};

function loadElf(kernel: Kernel, blob: ByteSource, has: Has): Loaded | Refused {
  const unpacked = unpackForDomU(kernel, blob, has);
  if ('refusal' in unpacked) return unpacked;
  const parsed = parseInToolstack(unpacked.elf, 'pv', has);
  if ('refusal' in parsed) return parsed;
  return runChecks(parsed, [
    () => checkSectionNames(parsed, has),
    () => checkDomUFeature(parsed, has),
    () => checkElfGuestType(parsed, has),
  ]);
}
