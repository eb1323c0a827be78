import type { RefusalKind } from '../xen/refusal.ts';
import { bootProtocolTooOld } from './boot-protocol-too-old.ts';
import { codecUnsupported } from './codec-unsupported.ts';
import { corruptPayload } from './corrupt-payload.ts';
import { cutFile } from './cut-file.ts';
import { dictionaryTooLarge } from './dictionary-too-large.ts';
import { entryOutOfBounds } from './entry-out-of-bounds.ts';
import { lz4DecoderBroken } from './lz4-decoder-broken.ts';
import { malformedNotes } from './malformed-notes.ts';
import { noBootPath } from './no-boot-path.ts';
import { noXenNotes } from './no-xen-notes.ts';
import { notAKernel } from './not-a-kernel.ts';
import { p2mInsideImage } from './p2m-inside-image.ts';
import { paddrOffsetWithoutVirtBase } from './paddr-offset-without-virt-base.ts';
import { payloadOutsideFile } from './payload-outside-file.ts';
import { payloadTooLarge } from './payload-too-large.ts';
import type { Rule } from './rule.ts';
import { sizeMismatch } from './size-mismatch.ts';
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
  'unknown-codec': unknownCodec,
  'codec-unsupported': codecUnsupported,
  'lz4-decoder-broken': lz4DecoderBroken,
  'dictionary-too-large': dictionaryTooLarge,
  'corrupt-payload': corruptPayload,
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
  'p2m-inside-image': p2mInsideImage,
  'malformed-notes': malformedNotes,
  'no-boot-path': noBootPath,
} as const satisfies Record<RefusalKind, Rule>;

/** The ids of all rules, in the same order. */
export const ruleIds: readonly RefusalKind[] = Object.values(RULES).map((rule) => rule.id);
