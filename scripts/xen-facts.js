// Holds releases, support and facts against a clone of xen.git, and prints what to do for a release
// that is not known yet: node scripts/xen-facts.js PATH, after `npm run compile`.
// With --grub PATH it holds the releases and facts of GRUB against a clone of grub.git, too.
// With --record it writes down what the tags say of the facts, for the tests.
// Exit codes: 0 all is as the tags have it, 1 there is something to do, 2 it could not be asked.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { examine, historyOf } from './xen-facts/examine.js';
import { checkGrub } from './xen-facts/grub.js';
import { record } from './xen-facts/record.js';
import { report } from './xen-facts/report.js';
import { openRepository } from './xen-facts/repository.js';

const RECORD = new URL('../test/vectors/xen-history.json', import.meta.url);

const { path, grub, isRecorded } = argumentsOf(process.argv.slice(2));

function argumentsOf(argv) {
  const options = { record: { type: 'boolean' }, grub: { type: 'string' } };
  try {
    const { positionals, values } = parseArgs({ args: argv, options, allowPositionals: true });
    if (positionals.length !== 1) throw new Error('one PATH is needed');
    return { path: positionals[0], grub: values.grub, isRecorded: values.record === true };
  } catch (error) {
    console.error(
      `${error.message}\nusage: node scripts/xen-facts.js PATH [--grub PATH] [--record], where the first PATH is a clone of xen.git, and the second one of grub.git`,
    );
    process.exit(2);
  }
}

try {
  const { RELEASES } = await import('../build/src/programs/xen/releases.js');
  const { SUPPORT_WINDOWS } = await import('../build/src/programs/xen/support.js');
  const { XEN_FACTS } = await import('../build/src/programs/xen/facts/facts.js');
  const { MENTIONED } = await import('../build/src/programs/xen/facts/mentioned.js');
  const facts = { ...XEN_FACTS, ...MENTIONED };
  const known = { releases: RELEASES, windows: SUPPORT_WINDOWS, facts };
  const repository = openRepository(path);
  const { problems, releases } = examine(repository, known);
  const ofGrub = grub === undefined ? [] : checkGrub(grub, await knownOfGrub());
  const findings = { problems: [...problems, ...ofGrub], releases };
  if (isRecorded) {
    const tags = repository.tags();
    writeFileSync(RECORD, record(tags, historyOf(repository, tags, facts)));
  }
  process.stdout.write(report(findings));
  process.exitCode = findings.problems.length + findings.releases.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}

async function knownOfGrub() {
  const { GRUB_RELEASES, compareGrubReleases } = await import(
    '../build/src/programs/grub/releases.js'
  );
  const { GRUB_FACTS } = await import('../build/src/programs/grub/facts.js');
  return { releases: GRUB_RELEASES, facts: GRUB_FACTS, compare: compareGrubReleases };
}
