import { badBinImage } from './bad-bin-image.ts';
import { badSegment } from './bad-segment.ts';
import { binImageInPvh } from './bin-image-in-pvh.ts';
import { bootPathLost } from './boot-path-lost.ts';
import { bootProtocolTooOld } from './boot-protocol-too-old.ts';
import { bsdSymtabMisplaced } from './bsd-symtab-misplaced.ts';
import { codecUnsupported } from './codec-unsupported.ts';
import { corruptPayload } from './corrupt-payload.ts';
import { cutFile } from './cut-file.ts';
import { damagedUnifiedImage } from './damaged-unified-image.ts';
import { dictionaryTooLarge } from './dictionary-too-large.ts';
import { dom0Unsupported } from './dom0-unsupported.ts';
import { domuUnsupported } from './domu-unsupported.ts';
import { emptyImage } from './empty-image.ts';
import { entryOutOfBounds } from './entry-out-of-bounds.ts';
import type { Values } from './evidence.ts';
import { farFromVirtBase } from './far-from-virt-base.ts';
import { grubCodec } from './grub-codec.ts';
import { grubCrashes } from './grub-crashes.ts';
import { grubCrashesOnZstd } from './grub-crashes-on-zstd.ts';
import { grubGuestString } from './grub-guest-string.ts';
import { grubLinuxHeader } from './grub-linux-header.ts';
import { grubLoaderNote } from './grub-loader-note.ts';
import { grubNoNotes } from './grub-no-notes.ts';
import { grubOutOfRange } from './grub-out-of-range.ts';
import { grubPastEnd } from './grub-past-end.ts';
import { grubPayloadEnd } from './grub-payload-end.ts';
import { grubPlatform } from './grub-platform.ts';
import { grubVirtBase } from './grub-virt-base.ts';
import { guestTypeUnsupported } from './guest-type-unsupported.ts';
import { hypercallPageInFreeMemory } from './hypercall-page-in-free-memory.ts';
import { hypercallPageOutsideGuest } from './hypercall-page-outside-guest.ts';
import { hypercallPageOutsideImage } from './hypercall-page-outside-image.ts';
import { hypercallPageOverwrites } from './hypercall-page-overwrites.ts';
import { hypervisorStartTooHigh } from './hypervisor-start-too-high.ts';
import { kernelInXenArea } from './kernel-in-xen-area.ts';
import { kernelMismatch } from './kernel-mismatch.ts';
import { loadAddressTaken } from './load-address-taken.ts';
import { lz4DecoderBroken } from './lz4-decoder-broken.ts';
import { lzoStoredBlock } from './lzo-stored-block.ts';
import { malformedNotes } from './malformed-notes.ts';
import { mappingTooLargeForGuest } from './mapping-too-large-for-guest.ts';
import { mappingWraps } from './mapping-wraps.ts';
import { needsAutoTranslation } from './needs-auto-translation.ts';
import { needsSupervisorMode } from './needs-supervisor-mode.ts';
import { noBootPath } from './no-boot-path.ts';
import { noDom0Code } from './no-dom0-code.ts';
import { noPhys32Entry } from './no-phys32-entry.ts';
import { noRamAtLoadAddress } from './no-ram-at-load-address.ts';
import { noSectionNames } from './no-section-names.ts';
import { noXenNotes } from './no-xen-notes.ts';
import { notAKernel } from './not-a-kernel.ts';
import { notRelocatable } from './not-relocatable.ts';
import { notesLost } from './notes-lost.ts';
import { overlapsXen } from './overlaps-xen.ts';
import { p2mInsideImage } from './p2m-inside-image.ts';
import { p2mInsideMapping } from './p2m-inside-mapping.ts';
import { p2mOverlapsImage } from './p2m-overlaps-image.ts';
import { paddrOffsetWithoutVirtBase } from './paddr-offset-without-virt-base.ts';
import { payloadOutsideFile } from './payload-outside-file.ts';
import { payloadTooLarge } from './payload-too-large.ts';
import { phys32EntryWithoutPvh } from './phys32-entry-without-pvh.ts';
import { productNotKnown } from './product-not-known.ts';
import { pv32Off } from './pv32-off.ts';
import { pvhOnlyKernel } from './pvh-only-kernel.ts';
import { pvhPageLost } from './pvh-page-lost.ts';
import type { Rule } from './rule.ts';
import { segmentNotCopied } from './segment-not-copied.ts';
import { sizeMismatch } from './size-mismatch.ts';
import { startBelowVirtBase } from './start-below-virt-base.ts';
import { startInfoOverKernel } from './start-info-over-kernel.ts';
import { takenForFirmware } from './taken-for-firmware.ts';
import { tooLargeForGuest } from './too-large-for-guest.ts';
import { tooLargeForMemory } from './too-large-for-memory.ts';
import { toolstackAborts } from './toolstack-aborts.ts';
import { toolstackCrashes } from './toolstack-crashes.ts';
import { toolstackHangs } from './toolstack-hangs.ts';
import { unalignedStart } from './unaligned-start.ts';
import { unknownCodec } from './unknown-codec.ts';
import { unknownFeature } from './unknown-feature.ts';
import { unknownRequiredFeature } from './unknown-required-feature.ts';
import { wrongLoader } from './wrong-loader.ts';
import { wrongXenVersion } from './wrong-xen-version.ts';

/** Every rule by its id, in the order in which a boot meets them. */
export const RULES = {
  'not-a-kernel': notAKernel,
  'boot-protocol-too-old': bootProtocolTooOld,
  'payload-outside-file': payloadOutsideFile,
  'damaged-unified-image': damagedUnifiedImage,
  'unknown-codec': unknownCodec,
  'codec-unsupported': codecUnsupported,
  'lz4-decoder-broken': lz4DecoderBroken,
  'dictionary-too-large': dictionaryTooLarge,
  'corrupt-payload': corruptPayload,
  'lzo-stored-block': lzoStoredBlock,
  'size-mismatch': sizeMismatch,
  'payload-too-large': payloadTooLarge,
  'cut-file': cutFile,
  'no-xen-notes': noXenNotes,
  'unknown-feature': unknownFeature,
  'unknown-required-feature': unknownRequiredFeature,
  'wrong-loader': wrongLoader,
  'wrong-xen-version': wrongXenVersion,
  'paddr-offset-without-virt-base': paddrOffsetWithoutVirtBase,
  'entry-out-of-bounds': entryOutOfBounds,
  'bsd-symtab-misplaced': bsdSymtabMisplaced,
  'p2m-inside-image': p2mInsideImage,
  'malformed-notes': malformedNotes,
  'notes-lost': notesLost,
  'bad-bin-image': badBinImage,
  'no-section-names': noSectionNames,
  'kernel-mismatch': kernelMismatch,
  'guest-type-unsupported': guestTypeUnsupported,
  'pv32-off': pv32Off,
  'dom0-unsupported': dom0Unsupported,
  'domu-unsupported': domuUnsupported,
  'no-phys32-entry': noPhys32Entry,
  'hypervisor-start-too-high': hypervisorStartTooHigh,
  'too-large-for-memory': tooLargeForMemory,
  'overlaps-xen': overlapsXen,
  'bad-segment': badSegment,
  'hypercall-page-outside-image': hypercallPageOutsideImage,
  'p2m-overlaps-image': p2mOverlapsImage,
  'needs-supervisor-mode': needsSupervisorMode,
  'load-address-taken': loadAddressTaken,
  'unaligned-start': unalignedStart,
  'start-below-virt-base': startBelowVirtBase,
  'empty-image': emptyImage,
  'far-from-virt-base': farFromVirtBase,
  'too-large-for-guest': tooLargeForGuest,
  'mapping-too-large-for-guest': mappingTooLargeForGuest,
  'no-ram-at-load-address': noRamAtLoadAddress,
  'toolstack-hangs': toolstackHangs,
  'toolstack-aborts': toolstackAborts,
  'toolstack-crashes': toolstackCrashes,
  'needs-auto-translation': needsAutoTranslation,
  'mapping-wraps': mappingWraps,
  'p2m-inside-mapping': p2mInsideMapping,
  'hypercall-page-outside-guest': hypercallPageOutsideGuest,
  'pvh-only-kernel': pvhOnlyKernel,
  'phys32-entry-without-pvh': phys32EntryWithoutPvh,
  'no-dom0-code': noDom0Code,
  'not-relocatable': notRelocatable,
  'start-info-over-kernel': startInfoOverKernel,
  'taken-for-firmware': takenForFirmware,
  'bin-image-in-pvh': binImageInPvh,
  'segment-not-copied': segmentNotCopied,
  'kernel-in-xen-area': kernelInXenArea,
  'hypercall-page-overwrites': hypercallPageOverwrites,
  'hypercall-page-in-free-memory': hypercallPageInFreeMemory,
  'pvh-page-lost': pvhPageLost,
  'product-not-known': productNotKnown,
  'grub-codec': grubCodec,
  'grub-payload-end': grubPayloadEnd,
  'grub-crashes-on-zstd': grubCrashesOnZstd,
  'grub-crashes': grubCrashes,
  'grub-linux-header': grubLinuxHeader,
  'grub-past-end': grubPastEnd,
  'grub-no-notes': grubNoNotes,
  'grub-loader-note': grubLoaderNote,
  'grub-guest-string': grubGuestString,
  'grub-platform': grubPlatform,
  'grub-virt-base': grubVirtBase,
  'grub-out-of-range': grubOutOfRange,
  'no-boot-path': noBootPath,
  'boot-path-lost': bootPathLost,
} as const satisfies Readonly<Record<string, Rule>>;

/** The id of a rule. */
export type RuleId = keyof typeof RULES;

/** The data behind a finding of a rule: plain, as the JSON report has it. */
export type EvidenceOf<K extends RuleId> = Values<(typeof RULES)[K]['evidence']>;

/** The ids of all rules, in the same order. */
export const ruleIds = Object.keys(RULES) as readonly RuleId[];

export function isRule(id: string): id is RuleId {
  return Object.hasOwn(RULES, id);
}
