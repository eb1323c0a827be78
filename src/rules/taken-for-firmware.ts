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
    const taken = `The toolstack takes this 32-bit ELF file for firmware and enters it at e_entry, since it is no kernel to it: ${describe(refused)}`;
    return unplaced === null
      ? taken
      : `${taken} It cannot be placed as such, either: ${describe(unplaced)}`;
  },
  explanation: paragraphs(
    [
      'Besides PVH kernels, the toolstack loads firmware for HVM guests, and tells it by what it lacks: a bare 32-bit ELF file whose notes libelf refuses counts as firmware (ad787bafcd2a).',
      'It is loaded at its physical addresses and entered, in 32-bit mode with paging off, at the entry address of its ELF header, which expects nothing of the kind.',
    ],
    [
      'That happens to a PVH guest with a 32-bit kernel that has no Xen notes, or broken ones.',
      'Since {dated parses-for-pvh} it happens to a PV kernel too, if the entry address of its ELF header is a virtual one: without `PHYS32_ENTRY` libelf takes it for a physical one and finds it outside the image.',
      'Before {firsts phys32-entry-suffices} a kernel with `PHYS32_ENTRY` as its only Xen note goes this way as well, and boots if both addresses are the same.',
    ],
    [
      'The toolstack prints nothing, and reports that the guest was created; it dies at its first instructions.',
      'Firmware must fit into the guest, too: an image that is linked to high physical addresses is refused with `segment padding too large` or another error of the stage `build`.',
    ],
  ),
  fix: 'Set `CONFIG_XEN_PVH=y`, or emit `PHYS32_ENTRY` (note type 18) with the physical address of a 32-bit entry point that lies inside the image. If the kernel has the note, look for what the command `notes` says about it.',
  fixFor: bySystem(
    'Set `CONFIG_XEN_PVH=y`, or emit `PHYS32_ENTRY` (note type 18) with the physical address of a 32-bit entry point that lies inside the image. If the kernel has the note, look for what the command `notes` says about it.',
    'Emit `PHYS32_ENTRY` (note type 18) with the physical address of a 32-bit entry point that lies inside the image. If the kernel has the note, look for what the command `notes` says about it.',
  ),
  askXen:
    'Nothing: no release can tell such a kernel from firmware. For a 32-bit PV kernel ask for a PV guest.',
  references: [
    xenCommit('ad787bafcd2a3058f0f37f2fe84931bd5136bde9'),
    xenCommit('632cbaf1243e4b867caf321cfef81517f5cc27ad'),
    xenCommit('4621c10f489de827742f95c31ac0f43fc3bcde88'),
    xenFile('tools/libs/guest/xg_dom_hvmloader.c'),
    xenFile('docs/misc/pvh.pandoc'),
  ],
});
