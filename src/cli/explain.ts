import { RULES, ruleIds } from '../rules/index.ts';
import { rulePage } from '../rules/page.ts';
import { choose } from '../text/suggest.ts';
import { UsageError } from '../text/usage-error.ts';
import { wrap } from '../text/wrap.ts';
import type { Args } from './args.ts';
import { type Io, type Layout, layoutOf } from './io.ts';

/** `explain [RULE]`: the page of a rule, or the list of rules. */
export async function explain(args: Args, io: Io): Promise<number> {
  const [name, ...others] = args.positionals;
  if (others.length > 0) throw new UsageError('explain takes one rule at a time');
  const layout = layoutOf(io);
  const text = name === undefined ? list(layout) : page(find(name), layout);
  io.stdout.write(text);
  return 0;
}

function find(name: string) {
  return choose('rule', name, ruleIds, 'explain without a name lists them');
}

function list({ colors }: Layout): string {
  const width = Math.max(...ruleIds.map((id) => id.length));
  const rows = ruleIds.map((id) => `${colors.bold(id.padEnd(width))}  ${RULES[id].title}`);
  return `${rows.join('\n')}\n`;
}

/** The same page as under docs/rules, as wide as the terminal. */
function page(id: keyof typeof RULES, { width, colors }: Layout): string {
  const lines = rulePage(RULES[id])
    .split('\n')
    .flatMap((line) => {
      const heading = /^#+ (.*)$/.exec(line)?.[1];
      if (heading !== undefined) return wrap(heading, width).map((part) => colors.bold(part));
      const url = /^\* <(.*)>$/.exec(line)?.[1];
      return url === undefined ? wrap(line, width) : [`  ${url}`];
    });
  return lines.join('\n');
}
