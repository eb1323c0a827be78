import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { openKernel } from '../../src/kernel/open.ts';
import { CLAIMED_PATHS } from '../../src/programs/boot-path.ts';
import type { Fact } from '../../src/programs/fact.ts';
import { XEN_FACTS, type XenFactId } from '../../src/programs/xen/facts/facts.ts';
import { buildOf, type XenBuild } from '../../src/programs/xen/xen-build.ts';
import { checkKernel, type Verdict } from '../../src/xen/check-kernel.ts';
import { builds } from '../support/builds.ts';
import { readVectors } from '../support/vectors.ts';

const WORDINGS = (Object.entries<Fact>(XEN_FACTS) as [XenFactId, Fact][]).flatMap(([id, fact]) =>
  fact.kind === 'wording' ? [id] : [],
);
const MACHINES = [64, 4096].map((mib) => ({
  dom0Memory: mib * 2 ** 20,
  guestMemory: mib * 2 ** 20,
}));
const UPSTREAM = builds('4.1', '4.6', '4.14', '4.22');

/** A build that differs from one in a wording, which users cannot ask for. */
function otherwise({ release, has }: XenBuild, fact: XenFactId): XenBuild {
  return buildOf(release, [{ name: fact, fact, present: !has(fact) }]);
}

/** Some of the recorded images, and files in which something is wrong. */
function images(): Uint8Array[] {
  const recorded = ['domu', 'domu-build', 'dom0', 'libelf-malformed'].flatMap((name) =>
    readVectors(name).filter((_, i) => i % 150 === 0),
  );
  const cases = readdirSync('test/cases').filter((name) => name.endsWith('.elf'));
  return [
    ...recorded.map(({ image }) => image),
    ...cases.map((name) => readFileSync(`test/cases/${name}`)),
  ];
}

const withoutWords = ({ loads, needsMemory, refusals }: Verdict) =>
  JSON.stringify([loads, needsMemory, refusals.map((one) => ({ ...one, xenSays: null }))]);

it('a wording changes nothing but what Xen prints', async () => {
  const changed = new Set<string>();
  const worded = new Set<XenFactId>();
  for (const image of images()) {
    const kernel = await openKernel(bytesSource(image));
    for (const boot of CLAIMED_PATHS) {
      for (const machine of MACHINES) {
        const asked = UPSTREAM.map((upstream) => ({
          upstream,
          others: WORDINGS.map((fact) => ({ fact, build: otherwise(upstream, fact) })),
        }));
        const all = asked.flatMap(({ upstream, others }) => [
          upstream,
          ...others.map(({ build }) => build),
        ]);
        const verdicts = await kernel.examine(() => checkKernel(kernel, boot, all, machine));
        const of = new Map(verdicts.flatMap((one) => one.builds.map((build) => [build, one])));
        for (const { upstream, others } of asked) {
          const verdict = of.get(upstream) as Verdict;
          for (const { fact, build } of others) {
            const other = of.get(build) as Verdict;
            if (other === verdict) continue;
            worded.add(fact);
            if (withoutWords(other) !== withoutWords(verdict)) changed.add(`${fact} on ${boot}`);
          }
        }
      }
    }
  }
  expect([...changed]).toEqual([]);
  expect(worded.size).toBeGreaterThan(WORDINGS.length / 2);
});
