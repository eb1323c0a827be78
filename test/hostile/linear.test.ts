import { expect, test } from 'vitest';
import { findCheckout } from '../../src/github/step/checkout.ts';
import { literalStart } from '../../src/glob/literal-start.ts';
import { forMarkdown, forTerminal } from '../../src/report/escape.ts';
import { agreement } from '../../src/source-lines/build-config.ts';
import { withoutComments } from '../../src/source-lines/comments.ts';
import { linesFor } from '../../src/source-lines/conditions.ts';
import { readNames } from '../../src/source-lines/find-kernel.ts';
import { findNote, prepareSource } from '../../src/source-lines/find-note.ts';
import { findOption } from '../../src/source-lines/find-option.ts';
import { builds } from '../support/builds.ts';
import { tempFiles } from '../support/temp-files.ts';

/**
 * What reads untrusted text takes time in proportion to it. Each text here is one unit many times,
 * with a start or an end that makes a regular expression try again. In proportion to the length, all
 * of this is done in moments; in proportion to its square it takes some 10^10 steps, and this long:
 */
const HANGS = 15_000;
const LENGTH = 2 ** 17;

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'the origin of a checkout': (text) =>
    findCheckout(tempFiles({ '.git/config': `[remote "origin"]\n${text}` }), 'o/r'),
  'comments of a source': withoutComments,
  'conditions of a source': (text) => linesFor(text, 'x86_64'),
  'a note in a source': (text) =>
    findNote(prepareSource(`${text}\n__xen_guest`, 'x86_64'), {
      kind: 'note',
      note: 'FEATURES',
      feature: 'a',
    }),
  'an option that is on': (text) =>
    findOption(`${text} KERNEL_ZSTD`, { kind: 'option', option: 'KERNEL_ZSTD', is: 'on' }),
  'an option that is off': (text) =>
    findOption(`${text} KERNEL_ZSTD`, { kind: 'option', option: 'KERNEL_ZSTD', is: 'off' }),
  'an option that is given': (text) =>
    findOption(`${text} KERNEL_ZSTD`, { kind: 'option', option: 'KERNEL_ZSTD', is: 'given' }),
  'the settings of a configuration': (text) => agreement(text, text),
  'names in a workflow': (text) => readNames(`kernels: |\n ${text}`)({ path: 'a/b', patterns: [] }),
  'the start of a pattern': literalStart,
  'a release': (text) => {
    expect(() => builds(text)).toThrow();
  },
  'a release in a series': (text) => {
    expect(() => builds(`4.1.${text}`)).toThrow();
  },
  'text for Markdown': forMarkdown,
  'text for a log': forTerminal,
};

/** How an expression of GitHub's starts. */
const OPEN = '$'.concat('{{');

const UNITS: readonly (readonly [start: string, unit: string, end: string])[] = [
  ['', ' ', '!'],
  ['', '\n', '!'],
  ['', '\t\r', '!'],
  ['', 'a\u2028', '!'],
  ['', '1', 'x'],
  ['', 'a', '!'],
  ['', '"', '!'],
  ['', '\\', '!'],
  ['"', '\\a', '!'],
  ['', '/*', '!'],
  ['', '/**/', '!'],
  ['', '*', '!'],
  ['', '/', '!'],
  ['', '../', '!'],
  ['#if defined', ' ', '!'],
  ['#define a ', '\\\n', '!'],
  ['#define ', 'a', '!'],
  ['', '#if 0\n', '!'],
  ['', '#', '!'],
  ['', OPEN, '!'],
  ['', `${OPEN} a }}`, '!'],
  ['', '- ', '!'],
  ['', 'kernels:\n', '!'],
  ['CONFIG_KERNEL_ZSTD', ' ', '!'],
  ['', 'KERNEL_ZSTD ', '!'],
  ['', 'KERNEL_ZSTD = a', '!'],
  ['KERNEL_ZSTD policy<{', "'amd64", '!'],
  ['', 'KERNEL_ZSTD policy<{', '!'],
  ['', '# KERNEL_ZSTD is not set,', '!'],
  ['', 'CONFIG_A=y\r', '!'],
  ['', '.long a ', '!'],
  ['.long ', 'XEN_ELFNOTE_FEATURE ', '!'],
  ['', 'ELFNOTE ', '!'],
  ['ELFNOTE', ' ', '!'],
  ['', 'ELFNOTE(Xen,', '!'],
  ['', '"FEATURES=', '!'],
  ['', ':a', '!'],
  ['', '::', '!'],
  ['', '@a_', '!'],
];

const TEXTS = UNITS.map(([start, unit, end]) => start + unit.repeat(LENGTH / unit.length) + end);

test.each(Object.entries(READERS))(
  '%s',
  (_, read) => {
    for (const text of TEXTS) read(text);
  },
  HANGS,
);
