import { RULES } from '../../rules/index.ts';
import { rulePage } from '../../rules/page.ts';
import type { Rule } from '../../rules/rule.ts';
import type { SarifRule } from './sarif-log.ts';

/**
 * Every rule as a `reportingDescriptor` (SARIF 2.1.0, §3.49), whether it hit or not: GitHub wants
 * the same rules in every log of a tool. It takes 1024 characters of a description.
 *
 * @param pages the URL of the directory of the rules' pages; `null` where that is not known.
 */
export function sarifRules(pages: string | null): SarifRule[] {
  return Object.values(RULES).map((rule: Rule) => ({
    id: rule.id,
    shortDescription: { text: `${plain(rule.title)}.` },
    fullDescription: { text: plain(rule.explanation.split('\n\n')[0] ?? '') },
    help: { text: helpText(rule), markdown: rulePage(rule) },
    helpUri: pages === null ? rule.references[0] : `${pages}/${rule.id}.md`,
    defaultConfiguration: { level: rule.level },
    properties: {
      tags: ['xen', rule.stage],
      precision: 'very-high',
      'problem.severity': rule.level,
    },
  }));
}

/** The place of a rule in that list; -1 for one of another program. */
export function sarifRuleIndex(id: string): number {
  return Object.keys(RULES).indexOf(id);
}

function helpText({ explanation, fix, askXen, references }: Rule): string {
  return [
    plain(explanation),
    `What to change in the kernel: ${plain(fix)}`,
    `What to change in Xen: ${plain(askXen)}`,
    references.join('\n'),
  ].join('\n\n');
}

/** A rule's text without the marks of its code spans. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}
