import type { Difference } from '../difference-names.ts';
import { type Because, type OpenQuestion, statementOf } from '../products/because.ts';
import { nameOfBuild } from '../xen-build.ts';
import type { ReadBuild } from './xen-binary.ts';

/** Names the difference of a Xen, as its files show it, that leads to a finding. */
export function becauseOfFile(build: ReadBuild, { name, fact }: Difference): Because {
  const { files, read } = build.binary;
  const certainty = 'shown';
  const own = files.filter((file) => file.facts.some((one) => one.fact === fact));
  const how = read.find((one) => one.fact === fact)?.how;
  return {
    product: build.id,
    difference: name,
    what: statementOf([nameOfBuild(build)], { difference: name, certainty }),
    certainty,
    from: null,
    evidence: own.map((file) => ({
      kind: 'binary',
      what: `the ${file.part} ${how ?? 'says so'}`,
      source: `${file.format}, Xen ${file.version}`,
      date: null,
    })),
  };
}

/** What no file of a Xen shows, and its release does not prove. */
export function openQuestionsOfFiles({ binary }: ReadBuild): OpenQuestion[] {
  return binary.unsure.map(({ fact, why }) => ({
    difference: { name: fact, fact, present: true },
    certainty: 'unknown',
    from: why,
  }));
}

/** Says what is open, as the reason for a warning. */
export function becauseOpenOfFile(
  build: ReadBuild,
  { difference: { name }, certainty, from }: OpenQuestion,
): Because {
  const what = statementOf([nameOfBuild(build)], { difference: name, certainty });
  return { product: build.id, difference: name, what, certainty, from, evidence: [] };
}
