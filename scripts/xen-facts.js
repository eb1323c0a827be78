// Holds releases, support and facts against a clone of xen.git, and prints what to do for a release
// that is not known yet: node scripts/xen-facts.js PATH, after `npm run compile`.
// With --record it writes down what the tags say of the facts, for the tests.
// Exit codes: 0 all is as the tags have it, 1 there is something to do, 2 it could not be asked.
import { writeFileSync } from 'node:fs';
import { examine, historyOf } from './xen-facts/examine.js';
import { record } from './xen-facts/record.js';
import { report } from './xen-facts/report.js';
import { openRepository } from './xen-facts/repository.js';

const RECORD = new URL('../test/vectors/xen-history.json', import.meta.url);

const [path, option, ...rest] = process.argv.slice(2);
if (path === undefined || (option ?? '--record') !== '--record' || rest.length > 0) {
  console.error(
    'usage: node scripts/xen-facts.js PATH [--record], where PATH is a clone of xen.git',
  );
  process.exit(2);
}

try {
  const { RELEASES } = await import('../build/src/programs/xen/releases.js');
  const { SUPPORT_WINDOWS } = await import('../build/src/programs/xen/support.js');
  const { XEN_FACTS } = await import('../build/src/programs/xen/facts/facts.js');
  const { MENTIONED } = await import('../build/src/programs/xen/facts/mentioned.js');
  const facts = { ...XEN_FACTS, ...MENTIONED };
  const known = { releases: RELEASES, windows: SUPPORT_WINDOWS, facts };
  const repository = openRepository(path);
  const findings = examine(repository, known);
  if (option === '--record') {
    const tags = repository.tags();
    writeFileSync(RECORD, record(tags, historyOf(repository, tags, facts)));
  }
  process.stdout.write(report(findings));
  process.exitCode = findings.problems.length + findings.releases.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
