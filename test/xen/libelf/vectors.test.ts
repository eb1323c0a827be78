import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/bytes/bytes.ts';
import type { Has } from '../../../src/programs/xen/facts/facts.ts';
import { oncePerBehaviour } from '../../../src/xen/distinct.ts';
import { type Container, type Parse, parseXenElf } from '../../../src/xen/libelf/parse.ts';
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

type Parser = (image: Uint8Array, container: Container) => (has: Has) => Parse;

const alone: Parser = (image, container) => (has) =>
  parseXenElf(bytesSource(image), container, has);
const once: Parser = (image, container) => oncePerBehaviour(alone(image, container));

/** One file runs release by release, which takes ten times as long as once per behaviour. */
const FILES: readonly (readonly [string, Parser])[] = [
  ['wellformed', once],
  ['malformed', once],
  ['layout', alone],
];

describe.each(FILES)('libelf on the %s images', (file, parser) => {
  it('answers what Xen answered, for every image and release', () => {
    const wrong: unknown[] = [];
    let compared = 0;
    for (const { id, image, results } of readVectors<Recorded>(`libelf-${file}`)) {
      const parse = { pv: parser(image, 'pv'), pvh: parser(image, 'pvh') };
      for (const recorded of results) {
        // Releases of one behaviour share a parse.
        const right = new Set<Parse>();
        for (const version of releasesIn(recorded.releases)) {
          const parsed = parse[recorded.pvh ? 'pvh' : 'pv'](build(version).has);
          compared++;
          if (right.has(parsed)) continue;
          const ours = answer(parsed, recorded);
          // In place of `expect`, which takes longer than libelf.
          if (isDeepStrictEqual(ours, recorded)) {
            right.add(parsed);
            continue;
          }
          wrong.push({ id, version, ours, recorded });
          break;
        }
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(compared).toBeGreaterThan(20_000);
  });
});
