import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeForMarkdown, forMarkdown, forTerminal } from '../../src/report/escape.ts';

const TABLE: [text: string, terminal: string, markdown: string][] = [
  ['linux', 'linux', 'linux'],
  ['', '', ''],
  ['hvm_callback_vector', 'hvm_callback_vector', 'hvm_callback_vector'],
  ['\x1b[31mred\x07', '\\u{1b}[31mred\\u{7}', '&#92;u{1b}&#91;31mred&#92;u{7}'],
  ['a\nb\r\nc', 'a\\u{a}b\\u{d}\\u{a}c', 'a&#92;u{a}b&#92;u{d}&#92;u{a}c'],
  ['\x9b2J\x85', '\\u{9b}2J\\u{85}', '&#92;u{9b}2J&#92;u{85}'],
  ['a\u202egnp.exe', 'a\\u{202e}gnp.exe', 'a&#92;u{202e}gnp.exe'],
  [
    '\u2066x\u2069\u200e\u200f',
    '\\u{2066}x\\u{2069}\\u{200e}\\u{200f}',
    '&#92;u{2066}x&#92;u{2069}&#92;u{200e}&#92;u{200f}',
  ],
  ['a\u2028b', 'a\\u{2028}b', 'a&#92;u{2028}b'],
  ['\ud800', '\\u{d800}', '&#92;u{d800}'],
  ['ядро 🐧', 'ядро 🐧', 'ядро 🐧'],
  ['::error::x', ':\\u{3a}error:\\u{3a}x', '&#58;<!-- -->&#58;<!-- -->error::x'],
  ['x ##[group]', 'x #\\u{23}[group]', 'x &#35;<!-- -->&#35;<!-- -->&#91;group&#93;'],
  ['50%0A', '50%0A', '&#53;0%0A'],
  ['a|b`c', 'a|b`c', 'a&#124;b&#96;c'],
  ['<img src=x>', '<img src=x>', '&#60;img src=x&#62;'],
  ['&lt;', '&lt;', '&#38;lt;'],
  ['see @user #1', 'see @user #1', 'see &#64;<!-- -->user &#35;<!-- -->1'],
  ['see GH-1, high-1', 'see GH-1, high-1', 'see GH&#45;<!-- -->1, high-1'],
  ['[a](http://b)', '[a](http://b)', '&#91;a&#93;(http&#58;<!-- -->//b)'],
  ['go www.a.b', 'go www.a.b', 'go www&#46;<!-- -->a.b'],
  ['- item', '- item', '&#45;<!-- --> item'],
  ['*a* _b_ ~c~', '*a* _b_ ~c~', '&#42;a&#42; &#95;b&#95; &#126;c&#126;'],
  ['a:b,c', 'a:b,c', 'a:b,c'],
];

describe('escaping', () => {
  it.each(TABLE)('%j', (text, terminal, markdown) => {
    expect(forTerminal(text)).toBe(terminal);
    expect(forMarkdown(text)).toBe(markdown);
    expect(codeForMarkdown(text)).toBe(`<code>${markdown}</code>`);
  });

  const hostile = fc.string({
    unit: fc.constantFrom(
      ...'\n\r\x1b\x9b\u202e:#[]%<>|`@$_*\\&',
      ...['a', '0', ' ', 'www.', '://', 'GH-', '-'],
    ),
  });

  it('leaves nothing to a terminal or a log that acts on it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const line = forTerminal(text);
        expect(line).toMatch(/^\P{C}*$/u);
        expect(line).not.toMatch(/::|##\[/);
      }),
    );
  });

  it('leaves nothing of Markdown’s grammar', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const bare = forMarkdown(text).replaceAll(/&#\d+;(<!-- -->)?/g, '·');
        expect(bare).not.toMatch(/[&<>|`*[\]\\~$@#\n]|:\/\/|www\.|\bGH-\d/);
      }),
    );
  });
});
