import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/bytes/bytes.ts';
import { type Parse, parseXenElf } from '../../../src/xen/libelf/parse.ts';
import { build } from '../../support/builds.ts';
import { readVectors, releasesIn } from '../../support/vectors.ts';

/** What the libelf of some releases answered; the parameters stand only where it accepted. */
interface Recorded {
  readonly pvh: boolean;
  readonly releases: readonly string[];
  readonly accepted: boolean;
  readonly stage?: 'elf' | 'notes';
  readonly error?: string;
  readonly [parameter: string]: unknown;
}

const UNSET = 0xffff_ffff_ffff_ffffn;
const hex = (value: bigint | null) => {
  const number = value ?? UNSET;
  return number === 0n ? '0' : `0x${number.toString(16)}`;
};

/** Our answer in the shape of the recording. */
function answer(parse: Parse, recorded: Recorded) {
  const { refusal, parameters: p } = parse;
  const head = { pvh: recorded.pvh, releases: recorded.releases };
  if (refusal) {
    // elf_init prints before the recorder could listen.
    const { stage, xenSays } = refusal;
    const error = xenSays === null || stage === 'elf' ? {} : { error: xenSays };
    return { ...head, accepted: false, stage, ...error };
  }
  return {
    ...head,
    accepted: true,
    ...(parse.broken === null ? {} : { broken: parse.broken }),
    bsd: Number(p.bsdSymtab),
    entry: hex(p.entry),
    guestOs: p.guestOs,
    hypercall: hex(p.hypercallPage),
    kend: hex(p.kernelEnd),
    kstart: hex(p.kernelStart),
    loader: p.loader,
    p2m: hex(p.initP2m),
    paddrOffset: hex(p.paddrOffset),
    pae: p.pae,
    required: p.requiredFeatures,
    supported: p.supportedFeatures,
    virtBase: hex(p.virtBase),
    xenVer: p.xenVersion,
    ...('phys32' in recorded ? { phys32: hex(BigInt(p.phys32Entry ?? 0xffff_ffff)) } : {}),
    ...(p.relocation
      ? {
          reloc: true,
          align: p.relocation.align ?? 0xffff_ffff,
          min: p.relocation.min,
          max: p.relocation.max,
        }
      : {}),
  };
}

describe.each(['wellformed', 'malformed', 'layout'])('libelf on the %s images', (file) => {
  it('answers what Xen answered, for every image and release', () => {
    const wrong: unknown[] = [];
    let compared = 0;
    for (const { id, image, results } of readVectors<Recorded>(`libelf-${file}`)) {
      for (const recorded of results) {
        for (const version of releasesIn(recorded.releases)) {
          const container = recorded.pvh ? 'pvh' : 'pv';
          const parse = parseXenElf(bytesSource(image), container, build(version).has);
          const ours = answer(parse, recorded);
          compared++;
          try {
            expect(ours).toEqual(recorded);
          } catch {
            wrong.push({ id, version, ours, recorded });
            break;
          }
        }
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(compared).toBeGreaterThan(20_000);
  });
});
