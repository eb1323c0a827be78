import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/contract/report.ts';
import { causesOf } from '../../src/report/causes.ts';
import { finding, kernel, report, verdict } from '../support/fixture-report.ts';

const named = (rule: string, changes: Partial<Finding> = {}) => finding({ rule, ...changes });

describe('the causes of a report', () => {
  it('are errors first, then what ends a boot, then the widest', () => {
    const aside = named('aside');
    const warning = named('warning', { level: 'warning' });
    const verdicts = [
      verdict({ boot: 'pv-dom0', releases: ['4.1.0'], findings: [named('narrow'), aside] }),
      verdict({ boot: 'pv-domu', releases: ['4.1.0', '4.1.1'], findings: [named('wide'), aside] }),
      verdict({ boot: 'pvh-domu', findings: [warning] }),
      verdict({ boot: 'pvh-dom0', findings: [warning] }),
    ];
    const rules = causesOf(report([kernel({ verdicts })])).map(({ rule, boots }) => [rule, boots]);
    expect(rules).toEqual([
      ['wide', 2],
      ['narrow', 1],
      ['aside', 3],
      ['warning', 6],
    ]);
  });

  it('are reported apart by evidence, and not by the sentence about it', () => {
    const feature = (name: string, message: string) =>
      verdict({ findings: [named('unknown-feature', { evidence: { feature: name }, message })] });
    const verdicts = [feature('a', 'It is a.'), feature('a', 'A it is.'), feature('b', 'It is a.')];
    const causes = causesOf(report([kernel({ verdicts })]));
    expect(causes.map(({ evidence, places }) => [evidence, places.length])).toEqual([
      [{ feature: 'a' }, 2],
      [{ feature: 'b' }, 1],
    ]);
  });
});
