import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/bytes/bytes.ts';
import { openKernel } from '../../../src/kernel/open.ts';
import type { XenPath } from '../../../src/programs/boot-path.ts';
import { checkKernel } from '../../../src/xen/check-kernel.ts';
import { builds } from '../../support/builds.ts';
import { buildBzImage, gzipPayload } from '../../support/bzimage-builder.ts';
import { kernelWith, PV_NOTES } from '../../support/kernels.ts';

const PAYLOAD = gzipPayload(kernelWith(PV_NOTES));

/** In the setup code, which is longer: the code comes after it, and an offset back is a huge one. */
const AT = 0x800;
const SETUP_SECTS = 63;

function imageWithPayloadInSetup(): Uint8Array {
  const codeOffset = (SETUP_SECTS + 1) * 512;
  const image = buildBzImage({
    payload: new Uint8Array(64),
    setupSects: SETUP_SECTS,
    payloadOffset: 2 ** 32 + AT - codeOffset,
    payloadLength: PAYLOAD.length,
  });
  image.set(PAYLOAD, AT);
  return image;
}

describe('a payload whose place is beyond 4 GiB, and in the file when that is added up in 32 bits', () => {
  it.each<[XenPath, string, true | [string, string | null]]>([
    ['pv-dom0', '4.1.6.1', ['payload-outside-file', null]],
    ['pv-dom0', '4.2.0', true],
    ['pv-dom0', '4.22.0', true],
    ['pv-domu', '4.0.1', true],
    [
      'pv-domu',
      '4.0.2',
      ['payload-outside-file', 'xc_dom_probe_bzimage_kernel: payload offset overflow'],
    ],
    ['pv-domu', '4.1.0', true],
    [
      'pv-domu',
      '4.22.0',
      ['payload-outside-file', 'xc_dom_probe_bzimage_kernel: payload offset overflow'],
    ],
  ])('%s on %s', async (path, version, answer) => {
    const kernel = await openKernel(bytesSource(imageWithPayloadInSetup()));
    const releases = builds(version);
    const [verdict] = await kernel.examine(() => checkKernel(kernel, path, releases));
    const refusal = verdict?.refusals[0];
    const [saying] = refusal?.xenSays?.split('\n') ?? [];
    expect(refusal ? [refusal.rule, saying ?? null] : verdict?.loads).toEqual(answer);
  });
});
