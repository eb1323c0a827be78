import type { Fields } from './evidence.ts';
import type { Rule } from './rule.ts';
import { STAGES } from './stages.ts';

/** The page of one rule, in Markdown: what `docs/rules` holds and `explain` prints. */
export function rulePage(rule: Rule): string {
  return `# ${rule.title}

\`${rule.id}\` · ${rule.level} · stage \`${rule.stage}\`

${rule.explanation}

## What to change in the kernel

${rule.fix}

## What to change in Xen

${rule.askXen}

## References

${rule.references.map((url) => `* <${url}>`).join('\n')}
${evidenceTable(rule.evidence)}`;
}

/** What a program finds in the JSON report, and what a baseline compares. */
function evidenceTable(evidence: Fields): string {
  const rows = Object.entries(evidence).map(
    ([name, { what, identity }]) => `| \`${name}\` | ${what} | ${identity ? 'yes' : 'no'} |\n`,
  );
  return rows.length === 0
    ? ''
    : `\n## Evidence in the JSON report\n\n${EVIDENCE_HEAD}${rows.join('')}`;
}

const EVIDENCE_HEAD =
  '| field | what it holds | another value is another fault |\n| --- | --- | --- |\n';

/** The table of contents of the pages, in Markdown: a table for each stage that has rules. */
export function rulesIndex(rules: readonly Rule[]): string {
  const sections = Object.entries(STAGES).flatMap(([stage, doing]) => {
    const rows = rules.filter((rule) => rule.stage === stage).map(indexRow);
    return rows.length === 0 ? [] : [`## \`${stage}\`: ${doing}\n\n${TABLE_HEAD}${rows.join('')}`];
  });
  return `# The rules

Each rule is one way in which a kernel fails to boot on Xen. They are grouped by the stage of the
boot at which they strike, in the order of a boot. [How Xen reads
notes](../how-xen-reads-notes.md) describes a whole boot. The command \`explain RULE\` prints a page
in the terminal.

These pages are generated from \`src/rules\` by \`npm run docs\`.

${sections.join('\n')}`;
}

const TABLE_HEAD = '| rule | level | what is wrong |\n| --- | --- | --- |\n';

function indexRow(rule: Rule): string {
  return `| [\`${rule.id}\`](${rule.id}.md) | ${rule.level} | ${rule.title} |\n`;
}
