import picocolors from 'picocolors';
import { expect, it } from 'vitest';
import type { Report } from '../../src/contract/report.ts';
import { annotationsOf } from '../../src/github/publish/annotations.ts';
import { renderMarkdown } from '../../src/report/markdown/markdown.ts';
import { renderText } from '../../src/report/text/text.ts';
import { finding, kernel, report, verdict } from '../support/fixture-report.ts';
import { renderHtml, renderSarif } from '../support/rendered.ts';

/** A report in which the policy has every kind of say, in these words. */
function ruledReport(words: string): Report {
  const waiver = { reason: words, owner: words, expires: '2027-01-31' };
  const of = (release: string, changes: Parameters<typeof verdict>[0]) =>
    verdict({ releases: [release], findings: [finding()], ...changes });
  const verdicts = [
    of('4.12.4', {}),
    of('4.13.5', { findings: [finding({ waiver })] }),
    of('4.14.6', { findings: [finding({ known: true })] }),
    of('4.15.5', { role: 'allowed-to-fail' }),
    of('4.16.7', { role: 'ignored' }),
    of('4.17.7', { role: 'allowed-to-fail', findings: [] }),
    of('4.18.5', {
      findings: [finding({ waiver }), finding({ rule: 'not-relocatable', level: 'warning' })],
    }),
  ];
  const notice = { path: `p.yml${words}`, line: 3, column: 5, message: words };
  return {
    ...report([kernel({ name: words, verdicts })]),
    notices: [
      { ...notice, level: 'warning' },
      { ...notice, level: 'notice' },
    ],
  };
}

const text = (words: string) =>
  renderText(ruledReport(words), {
    width: 100,
    colors: picocolors.createColors(false),
    more: (rule) => `explain ${rule}`,
  });

it('text: each boot with its word, each decision of the policy with its cause, each notice', () => {
  const lines = text('word');
  expect(lines).toContain(
    '1 of 6 boots fails, 1 of 6 boots warns, 1 allowed to fail, 1 known from the',
  );
  expect(lines.replace(/\s+/g, ' ')).toContain(
    'pv-domu 4.12.4 ✗ 4.13.5 ✗ waived 4.14.6 ✗ known 4.15.5 ✗ may fail 4.16.7 ✗ ignored 4.17.7 ✓ may fail 4.18.5 ✗ warns',
  );
  expect(lines).toContain('  policy    waived until 2027-01-31, owner word: word\n');
  expect(lines).toContain('  policy    known: the baseline has it, too\n');
  expect(lines).toContain('  policy    allowed to fail\n');
  expect(lines).toContain('! policy    p.ymlword:3:5: word\n');
  expect(lines.match(/✗ unknown-codec/g)).toHaveLength(1);
});

it('the page: the same, in colours that report what fails the gate', () => {
  const page = renderHtml(ruledReport('word'), '2026-11-23');
  const cells = page.match(/<td class="\w+" colspan="1" title="pv-domu on Xen [^"]*"/g) ?? [];
  expect(
    cells.map((cell) => cell.replace(/ colspan="1" title="pv-domu on Xen|<td class=|"/g, '')),
  ).toEqual([
    'fails 4.12.4: fails (unknown-codec)',
    'warns 4.13.5: fails, waived (unknown-codec)',
    'warns 4.14.6: fails, known (unknown-codec)',
    'warns 4.15.5: fails, may fail (unknown-codec)',
    'unsupported 4.16.7: fails, ignored',
    'boots 4.17.7: boots, may fail',
    'warns 4.18.5: fails, warns (unknown-codec, not-relocatable)',
  ]);
  expect(page).toContain('<strong>Policy:</strong> waived until 2027-01-31, owner word: word');
  expect(page).toContain('<code>p.ymlword:3</code> word');
});

it('SARIF: what is waived is suppressed, and says why', () => {
  const { results } = JSON.parse(renderSarif(ruledReport('word'), { category: 'x' })).runs[0];
  const suppressed = results.filter(({ suppressions }: { suppressions?: unknown }) => suppressions);
  expect(suppressed).toHaveLength(1);
  expect(suppressed[0]).toMatchObject({
    suppressions: [
      { kind: 'external', justification: 'waived until 2027-01-31, owner word: word' },
    ],
  });
});

it('Markdown: the same, first where it has to boot, and what is accepted behind a fold', () => {
  const [required = '', excused = ''] = renderMarkdown(ruledReport('word')).split(
    '<summary>Accepted by the policy: ',
  );
  const [open = '', others = ''] = required.split('<details>');
  expect(open).toContain('❌&nbsp;4.12.4<br>');
  expect(open).toContain('⚠️&nbsp;4.14.6&nbsp;(known)');
  expect(open).not.toContain('may&nbsp;fail');
  expect(open).toContain('⚠️ <code>p.ymlword&#58;<!-- -->3:5</code> word\n');
  expect(open).toContain('ℹ️ <code>p.ymlword&#58;<!-- -->3:5</code> word\n');
  expect(others).toContain('<summary>Other targets: ');
  expect(others).toContain('⚠️&nbsp;4.15.5&nbsp;(may&nbsp;fail)');
  expect(excused).toContain('- **Policy:** waived until 2027-01-31, owner word: word\n');
  expect(excused).toContain('- **Policy:** allowed to fail\n');
});

it('annotations: errors for what fails, warnings for what may, notices for what is waived', () => {
  const annotations = annotationsOf(ruledReport('word'), '/workspace');
  expect(
    annotations.map(({ level, title, message }) => [
      level,
      title,
      /Policy: (\w+)/.exec(message)?.[1],
    ]),
  ).toEqual([
    ['error', 'unknown-codec', undefined],
    ['warning', 'policy', undefined],
    ['warning', 'unknown-codec', 'known'],
    ['warning', 'unknown-codec', 'allowed'],
    ['warning', 'not-relocatable', undefined],
    ['notice', 'policy', undefined],
    ['notice', 'unknown-codec', 'waived'],
  ]);
  expect(annotations[1]).toMatchObject({ file: 'p.ymlword', message: 'p.ymlword:3: word' });
});
