import { describe, expect, it } from 'vitest';
import { RULES, ruleIds } from '../../src/rules/index.ts';
import { runCli } from '../support/cli.ts';

describe('explain', () => {
  it('lists every rule', async () => {
    const { code, stdout } = await runCli(['explain']);
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(ruleIds);
  });

  it.each(ruleIds)('%s: prints its page', async (id) => {
    const { code, stdout } = await runCli(['explain', id], { columns: 72 });
    expect(code).toBe(0);
    const { title, explanation, fix, references } = RULES[id];
    const flat = stdout.replaceAll(/\s+/g, ' ');
    for (const text of [title, explanation, fix]) {
      expect(flat).toContain(text.replaceAll(/\s+/g, ' '));
    }
    for (const url of references) expect(stdout).toContain(`\n  ${url}`);
    const prose = stdout.split('\n').filter((line) => !line.includes('https://'));
    expect(prose.filter((line) => line.length > 72)).toEqual([]);
  });
});
