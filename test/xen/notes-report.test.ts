import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { openKernel } from '../../src/kernel/open.ts';
import { notesReport, type ParseGroup } from '../../src/xen/notes-report.ts';
import { EVERY_BUILD } from '../support/builds.ts';
import { readVectors, releasesIn } from '../support/vectors.ts';

interface Recorded {
  readonly pvh: boolean;
  readonly releases: readonly string[];
  readonly accepted: boolean;
  readonly stage?: string;
  readonly [parameter: string]: unknown;
}

/** The recording's names for what the report calls otherwise; both are hexadecimal or plain numbers. */
const NAMES = {
  virtBase: 'virtBase',
  entry: 'entry',
  hypercallPage: 'hypercall',
  paddrOffset: 'paddrOffset',
  kernelStart: 'kstart',
  kernelEnd: 'kend',
  initP2m: 'p2m',
  pae: 'pae',
  bsdSymtab: 'bsd',
  supportedFeatures: 'supported',
  requiredFeatures: 'required',
} as const;

const UNSET = 0xffff_ffff_ffff_ffffn;

describe('the report of the notes', () => {
  it.each(['wellformed', 'malformed', 'layout'])(
    'says of the %s images what was recorded, once per distinct answer',
    async (file) => {
      for (const { id, image, results } of readVectors<Recorded>(`libelf-${file}`)) {
        const kernel = await openKernel(bytesSource(image));
        const { parse } = await kernel.examine(() => notesReport(kernel, EVERY_BUILD));
        expect(new Set(parse.map((group) => JSON.stringify({ ...group, builds: [] }))).size).toBe(
          parse.length,
        );
        for (const container of ['pv', 'pvh'] as const) {
          const releases = parse.filter((g) => g.container === container).flatMap((g) => g.builds);
          expect(releases).toHaveLength(EVERY_BUILD.length);
        }
        const groups = new Map(
          parse.flatMap((group) =>
            group.builds.map((build) => [`${group.container} ${build.id}`, group] as const),
          ),
        );
        for (const recorded of results) {
          const container = recorded.pvh ? 'pvh' : 'pv';
          const versions = releasesIn(recorded.releases);
          // What releases share is compared once.
          for (const group of new Set(versions.map((one) => groups.get(`${container} ${one}`)))) {
            expect({ id, ...answerOf(group) }).toEqual({ id, ...recordedAnswer(recorded) });
          }
        }
      }
    },
  );
});

/** A group in the words of the recording. */
function answerOf(group: ParseGroup | undefined) {
  const { accepted, stage, parameters } = group ?? {};
  if (!parameters) return { accepted, stage: stage ?? undefined };
  const { guestOs, loader, xenVersion } = parameters;
  const values = Object.entries(NAMES).map(([ours, theirs]) => {
    const value = parameters[ours as keyof typeof NAMES];
    return [theirs, value === null ? UNSET : BigInt(value)];
  });
  return {
    accepted,
    stage: stage ?? undefined,
    ...Object.fromEntries(values),
    guestOs,
    loader,
    xenVersion,
  };
}

function recordedAnswer(recorded: Recorded) {
  const { accepted, stage, guestOs, loader, xenVer: xenVersion } = recorded;
  if (!accepted) return { accepted, stage };
  const values = Object.values(NAMES).map((name) => [name, BigInt(recorded[name] as string)]);
  return { accepted, stage, ...Object.fromEntries(values), guestOs, loader, xenVersion };
}
