import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { openKernel } from '../../src/kernel/open.ts';
import { notesReport } from '../../src/xen/notes-report.ts';
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
        for (const recorded of results) {
          for (const version of releasesIn(recorded.releases)) {
            const group = parse.find(
              (g) =>
                g.container === (recorded.pvh ? 'pvh' : 'pv') &&
                g.builds.some(({ id }) => id === version),
            );
            const where = `${id} ${version}`;
            expect(group?.accepted, where).toBe(recorded.accepted);
            expect(group?.stage ?? undefined, where).toBe(recorded.stage);
            const { parameters } = group ?? {};
            if (!parameters) continue;
            for (const [ours, theirs] of Object.entries(NAMES)) {
              const value = parameters[ours as keyof typeof NAMES];
              const expected = BigInt(recorded[theirs] as string);
              expect(value === null ? UNSET : BigInt(value), `${where} ${ours}`).toBe(expected);
            }
            expect(parameters.guestOs).toBe(recorded.guestOs);
            expect(parameters.loader).toBe(recorded.loader);
            expect(parameters.xenVersion).toBe(recorded.xenVer);
          }
        }
      }
    },
  );
});
