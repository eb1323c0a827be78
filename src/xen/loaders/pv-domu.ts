import type { ByteSource } from '../../bytes/bytes.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import { buildPv } from '../build/build-guest.ts';
import { pvKernel } from '../build/elf-kernel.ts';
import type { PvKernel } from '../build/pv-guest.ts';
import type { Machine } from '../machine.ts';
import { startOfPv } from '../start/placed-pv.ts';
import { binKernel, checkBinImage, findBinImage } from './bin-image.ts';
import { afterBzImageProbe } from './bzimage-probe.ts';
import { checkDomUFeature, checkSectionNames } from './domu-checks.ts';
import { checkElfGuestType, elfGuestType } from './guest-type.ts';
import { type ParsedImage, parseInToolstack } from './libelf.ts';
import { type Loaded, type Loader, type Refused, runChecks } from './loader.ts';
import { decompressForDomU, readKernelFile } from './toolstack.ts';

/**
 * A paravirtualised domU: `xc_dom_parse_image` with the loaders "multiboot-binary", "Linux bzImage" and
 * "ELF-generic" (tools/libs/guest/xg_dom_elfloader.c, tools/libxc/xc_dom_elfloader.c in older
 * releases).
 */
export const pvDomU: Loader = {
  load(kernel, has, machine) {
    const file = readKernelFile(kernel, has);
    if ('refusal' in file) return file;
    const binImage = findBinImage(file.blob);
    if (binImage) {
      const refused = checkBinImage(binImage, file.blob, has);
      if (refused) return { refusal: refused };
      return buildDomain(binKernel(binImage, file.blob), null, machine, has);
    }
    const outcome = loadElf(kernel, file.blob, has, machine);
    return afterBzImageProbe(outcome, kernel, file.blob, has);
  },
};

function loadElf(kernel: Kernel, blob: ByteSource, has: Has, machine: Machine): Loaded | Refused {
  const decompressed = decompressForDomU(kernel, blob, has);
  if ('refusal' in decompressed) return decompressed;
  const parsed = parseInToolstack(decompressed.elf, 'pv', has);
  if ('refusal' in parsed) return parsed;
  const checked = runChecks(parsed, [
    () => checkSectionNames(parsed, has),
    () => checkDomUFeature(parsed, has),
    () => checkElfGuestType(parsed, has),
  ]);
  const type = elfGuestType(parsed);
  if ('refusal' in checked || type === null) return checked;
  return buildDomain(pvKernel(parsed, type, has), parsed, machine, has);
}

function buildDomain(
  kernel: PvKernel,
  image: ParsedImage | null,
  machine: Machine,
  has: Has,
): Loaded | Refused {
  const guest = buildPv(kernel, machine, has);
  if ('refusal' in guest) return guest;
  const { layout, needsMemory } = guest;
  return { image, start: startOfPv(kernel, layout, image?.elf ?? null), needsMemory };
}
