import { aFinding, identity, orNull, text } from './evidence.ts';
import { bySystem } from './known.ts';
import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const takenForFirmware = defineRule({
  id: 'taken-for-firmware',
  title: 'The toolstack takes the kernel for firmware',
  level: 'error',
  stage: 'start',
  evidence: {
    because: identity(text('the rule by which it is no Xen kernel')),
    feature: identity(
      orNull(text('the feature that it is refused for; `null` where there is none')),
    ),
    refused: aFinding('the finding by which it is no Xen kernel'),
    unplaced: orNull(aFinding('why it cannot be placed as firmware, either')),
  },
  message({ refused, unplaced }, describe) {
    const taken = `The toolstack takes this 32-bit ELF file for firmware and enters it at e_entry, because it does not accept it as a kernel. ${describe(refused)}`;
    return unplaced === null
      ? taken
      : `${taken} It cannot be placed as firmware, either. ${describe(unplaced)}`;
  },
  explanation: paragraphs(
    [
      'Besides PVH kernels, the toolstack loads firmware for HVM guests. A bare 32-bit ELF file whose notes libelf refuses counts as firmware (ad787bafcd2a).',
      'The toolstack loads it at its physical addresses, and enters it at the entry address of its ELF header, in 32-bit mode with paging off. The code there does not expect that.',
    ],
    [
      'This happens to a PVH guest with a 32-bit kernel whose Xen notes are missing or broken.',
      'Since {dated parses-for-pvh} it also happens to a PV kernel with a virtual entry address in its ELF header. Without `PHYS32_ENTRY`, libelf takes that address for a physical one, and finds it outside the image.',
      'Before {firsts phys32-entry-suffices} a kernel with `PHYS32_ENTRY` as its only Xen note is taken for firmware, too, and boots if both addresses are the same.',
    ],
    [
      'The toolstack prints nothing, and creates the guest, which crashes at its first instructions.',
      'Firmware must fit into the guest, too: an image that is linked to high physical addresses is refused with `segment padding too large` or another error of the stage `build`.',
    ],
  ),
  fix: 'Set `CONFIG_XEN_PVH=y`, or emit `PHYS32_ENTRY` (note type 18) with the physical address of a 32-bit entry point inside the image. If the kernel has the note, see what the command `notes` prints about it.',
  fixFor: bySystem(
    'Set `CONFIG_XEN_PVH=y`, or emit `PHYS32_ENTRY` (note type 18) with the physical address of a 32-bit entry point inside the image. If the kernel has the note, see what the command `notes` prints about it.',
    'Emit `PHYS32_ENTRY` (note type 18) with the physical address of a 32-bit entry point inside the image. If the kernel has the note, see what the command `notes` prints about it.',
  ),
  askXen:
    'Nothing: no release can distinguish such a kernel from firmware. For a 32-bit PV kernel, create a PV guest.',
  references: [
    xenCommit('ad787bafcd2a3058f0f37f2fe84931bd5136bde9'),
    xenCommit('632cbaf1243e4b867caf321cfef81517f5cc27ad'),
    xenCommit('4621c10f489de827742f95c31ac0f43fc3bcde88'),
    xenFile('tools/libs/guest/xg_dom_hvmloader.c'),
    xenFile('docs/misc/pvh.pandoc'),
  ],
});
