import type { ByteSource } from '../../kernel/bytes.ts';
import type { Has } from '../behaviours.ts';
import { checkBinImage, findBinImage } from './bin-image.ts';
import { checkDomUFeature, checkSectionNames } from './domu-checks.ts';
import { checkElfGuestType } from './guest-type.ts';
import { parseInToolstack } from './libelf.ts';
import { build, type Loaded, type Loader, type Refused } from './loader.ts';
import { readKernelFile, unpackForDomU } from './toolstack.ts';

/**
 * A paravirtualised domU: `xc_dom_parse_image` with the loaders "multiboot-binary", "Linux bzImage" and
 * "ELF-generic" (tools/libs/guest/xg_dom_elfloader.c, tools/libxc/xc_dom_elfloader.c before 4.15).
 */
export const pvDomU: Loader = {
  exists: () => true,
  load(kernel, has) {
    const file = readKernelFile(kernel);
    if ('refusal' in file) return file;
    const binImage = findBinImage(file.blob);
    if (binImage) {
      const refused = checkBinImage(binImage, file.blob, has);
      return refused ? { refusal: refused } : { image: null, start: [] };
    }
    const unpacked = unpackForDomU(kernel, file.blob, has);
    if ('refusal' in unpacked) return unpacked;
    const loaded = buildPv(unpacked.elf, has);
    return kernel.bzimage ? loaded : afterBzImageProbe(loaded, has);
  },
};

function buildPv(source: ByteSource, has: Has): Loaded | Refused {
  const parsed = parseInToolstack(source, 'pv', has);
  if ('refusal' in parsed) return parsed;
  return build(parsed, [
    () => checkSectionNames(parsed, has),
    () => checkDomUFeature(parsed, has),
    () => checkElfGuestType(parsed, has),
  ]);
}

/** Before 4.2, the bzImage loader complained of every ELF file; it says nothing of what is wrong. */
function afterBzImageProbe(loaded: Loaded | Refused, has: Has): Loaded | Refused {
  if (!('refusal' in loaded) || has('domu-tells-no-bzimage-softly')) return loaded;
  const { refusal } = loaded;
  if (refusal.xenSays === null) return loaded;
  const xenSays = `xc_dom_probe_bzimage_kernel: kernel is not a bzImage\n${refusal.xenSays}`;
  return { refusal: { ...refusal, xenSays } };
}
