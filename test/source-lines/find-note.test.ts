import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findNote,
  mayEmit,
  type NoteClue,
  prepareSource,
} from '../../src/source-lines/find-note.ts';

const find = (text: string, clue: NoteClue, arch: string | null = null) =>
  mayEmit(text, clue) ? findNote(prepareSource(text, arch), clue) : null;

/** Sources in the manner of the kernels that they are named after. */
const LINUX = `/* ELFNOTE(Xen, XEN_ELFNOTE_FEATURES, .ascii "in_a_comment") */
#include <xen/interface/elfnote.h>
\tELFNOTE(Xen, XEN_ELFNOTE_SUPPORTED_FEATURES,
\t\t.long (1 << FIRST) | (1 << SECOND))
\tELFNOTE(Xen, XEN_ELFNOTE_FEATURES,
\t\t.ascii "!first_feature|second")
\tELFNOTE(Xen, XEN_ELFNOTE_LOADER,         .asciz "generic") // and so on
`;
const BSD = `ELFNOTE(Xen, XEN_ELFNOTE_LOADER, .asciz, "generic")
ELFNOTE(Xen,\t\\
\tXEN_ELFNOTE_ENTRY, .quad, start)
`;
const SOLO5 = `    .long  4
    .long  4
    .long  XEN_ELFNOTE_PHYS32_ENTRY
    .ascii "Xen\\0"
`;
const NASM = `    dd 4,4,18 ; XEN_ELFNOTE_PHYS32_ENTRY
`;
const MINI_OS = `.section __xen_guest
\t.ascii\t"GUEST_OS=tiny,XEN_VER=xen-3.0"
\t.ascii\t",SUPPORTED_FEATURES=0x1"
\t.asciz\t",FEATURES=first_feature|!second,LOADER=generic"
`;
const HEADER = `#define XEN_ELFNOTE_FEATURES 10
case XEN_ELFNOTE_FEATURES: break;
#define ELFNOTE(name, type, desc) /* … */
`;

const textAt = (text: string, note: string, feature?: string, arch: string | null = null) => {
  const span = find(text, { kind: 'note', note, ...(feature && { feature }) }, arch);
  return span && text.slice(span.start, span.end);
};

describe('a note is found', () => {
  test.each([
    ['a call', LINUX, 'LOADER', 'ELFNOTE(Xen, XEN_ELFNOTE_LOADER,         .asciz "generic")'],
    [
      'a call of several lines, not the longer name, not the comment',
      LINUX,
      'FEATURES',
      'ELFNOTE(Xen, XEN_ELFNOTE_FEATURES,\n\t\t.ascii "!first_feature|second")',
    ],
    [
      'a call with parentheses inside',
      LINUX,
      'SUPPORTED_FEATURES',
      'ELFNOTE(Xen, XEN_ELFNOTE_SUPPORTED_FEATURES,\n\t\t.long (1 << FIRST) | (1 << SECOND))',
    ],
    [
      'a call that is continued',
      BSD,
      'ENTRY',
      'ELFNOTE(Xen,\t\\\n\tXEN_ELFNOTE_ENTRY, .quad, start)',
    ],
    ['data', SOLO5, 'PHYS32_ENTRY', '.long  XEN_ELFNOTE_PHYS32_ENTRY'],
    ['data for NASM', NASM, 'PHYS32_ENTRY', 'dd 4,4,18 ; XEN_ELFNOTE_PHYS32_ENTRY'],
    ['a field', MINI_OS, 'LOADER', 'LOADER=generic'],
    ['a field of another name', MINI_OS, 'XEN_VERSION', 'XEN_VER=xen-3.0'],
    ['a field, not the longer one', MINI_OS, 'FEATURES', 'FEATURES=first_feature|!second'],
  ])('as %s', (_, text, note, found) => {
    expect(textAt(text, note)).toBe(found);
  });

  test.each([
    ['LINUX', LINUX],
    ['MINI_OS', MINI_OS],
  ])('and in it a feature (%s)', (_, text) => {
    expect(textAt(text, 'FEATURES', 'second')).toBe('second');
    expect(textAt(text, 'FEATURES', 'first_feature')).toBe('first_feature');
    expect(textAt(text, 'FEATURES', 'first')).toBeNull();
    expect(textAt(text, 'FEATURES', 'in_a_comment')).toBeNull();
  });
});

describe('a feature in a macro', () => {
  const note = 'ELFNOTE(Xen, XEN_ELFNOTE_FEATURES, .ascii "first"; .asciz MORE)\n';

  test.each([
    ['is at the macro', `#define MORE "|second"\n${note}`, '"|', '"\n'],
    ['of several lines', `#define MORE \\\n\t"|third" \\\n\t"|second"\n${note}`, '"|', '"\n'],
    [
      'that one side of a condition defines',
      `#ifdef A\n# define MORE ""\n#else\n#define MORE "second"\n#endif\n${note}`,
      '"',
      '"\n#endif',
    ],
  ])('%s', (_, text, before, behind) => {
    const span = find(text, { kind: 'note', note: 'FEATURES', feature: 'second' });
    expect(text.slice(0, span?.start).endsWith(before)).toBe(true);
    expect(text.slice(span?.start, span?.end)).toBe('second');
    expect(text.slice(span?.end).startsWith(behind)).toBe(true);
  });

  test.each([
    ['that the note has not', `#define MORE_OF_IT "|second"\n${note}`],
    ['of a comment', `/*\n#define MORE "|second"\n*/\n${note}`],
    ['that ends', `#define MORE "|third"\n"|second"\n${note}`],
  ])('is not in one %s', (_, text) => {
    expect(textAt(text, 'FEATURES', 'second')).toBeNull();
  });
});

describe('what is not compiled is no note', () => {
  const noteOf = (value: string) => `ELFNOTE(Xen, XEN_ELFNOTE_VIRT_BASE, .quad ${value})\n`;
  const either = (condition: string) => `${condition}\n${noteOf('A')}#else\n${noteOf('B')}#endif\n`;
  const both = `${noteOf('C')}`;

  test.each([
    ['#if 0', 'x86_64', 'B'],
    ['#if 1', 'x86_64', 'A'],
    ['#ifdef CONFIG_X86_32', 'x86_64', 'B'],
    ['#ifdef CONFIG_X86_32', 'i386', 'A'],
    ['#ifdef CONFIG_X86_32', null, 'A'],
    ['#ifndef __x86_64__', 'x86_64', 'B'],
    ['  # if defined(__i386__)', 'x86_64', 'B'],
    ['#if defined __x86_64__ && defined X', 'i386', 'A'],
    ['#if 0\n#if 1\n#endif', 'x86_64', 'B'],
    ['#ifdef UNKNOWN', 'x86_64', 'A'],
    ['#if 0\n#elif UNKNOWN', 'x86_64', 'A'],
    ['#if 1\n#elif UNKNOWN', 'x86_64', 'C'],
    ['/*\n#if 0\n*/', 'x86_64', 'A'],
    ['#if 0\r', 'x86_64', 'B'],
  ])('%j for %s', (condition, arch, value) => {
    expect(textAt(either(condition) + both, 'VIRT_BASE', undefined, arch)).toContain(
      `.quad ${value})`,
    );
  });

  test('nor as data', () => {
    const text = '#if 0\n\t.long XEN_ELFNOTE_ENTRY\n#endif\n\t.int XEN_ELFNOTE_ENTRY\n';
    expect(textAt(text, 'ENTRY')).toBe('.int XEN_ELFNOTE_ENTRY');
  });

  test('and conditions that do not fit together are harmless', () => {
    expect(textAt(`#endif\n#else\n#elif\n${noteOf('A')}#if 0\n`, 'VIRT_BASE')).toContain('A');
  });
});

test('a name that is only defined or read is no note', () => {
  expect(textAt(HEADER, 'FEATURES')).toBeNull();
  expect(textAt('.ascii ",FEATURES=x"', 'FEATURES')).toBeNull();
});

test('a call that never closes ends with its line', () => {
  expect(textAt('ELFNOTE(Xen, XEN_ELFNOTE_LOADER,\nmore', 'LOADER')).toBe(
    'ELFNOTE(Xen, XEN_ELFNOTE_LOADER,',
  );
});

test('a span is in the text, whatever that is', () => {
  const words = ['ELFNOTE', '(', 'Xen,', 'XEN_ELFNOTE_FEATURES', ',', ')', '"', '/*', '*/', '\\'];
  const unit = fc.constantFrom(
    ...words,
    '//',
    '\n',
    ' ',
    '#define',
    '#if 0',
    '#else',
    '__xen_guest',
    'FEATURES=',
    '.long ',
    'a',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), fc.boolean(), (text, withFeature) => {
      const span = find(text, {
        kind: 'note',
        note: 'FEATURES',
        ...(withFeature && { feature: 'a' }),
      });
      if (span === null) return;
      expect(span.start).toBeLessThan(span.end);
      expect(span.end).toBeLessThanOrEqual(text.length);
      if (withFeature) expect(text.slice(span.start, span.end)).toBe('a');
    }),
  );
});

/** A megabyte of each takes minutes where the search looks at any part of it again and again. */
test.each([
  ['openings of comments', '/*', 'XEN_ELFNOTE_FEATURES'],
  ['escaped quotes', '\\"', '"XEN_ELFNOTE_FEATURES'],
  ['spaces', ' ', 'XEN_ELFNOTE_FEATURES'],
  ['spaces after a macro', ' ', 'XEN_ELFNOTE_FEATURES ELFNOTE'],
  ['quotes', '"', '__xen_guest'],
  ['letters', 'a', 'XEN_ELFNOTE_FEATURES dd'],
  ['conditions', '\n#if 0', 'XEN_ELFNOTE_FEATURES'],
  ['macros', '\n#define a none', 'ELFNOTE(Xen,XEN_ELFNOTE_FEATURES,'],
  ['a macro', '\\\n', 'XEN_ELFNOTE_FEATURES none\n#define a'],
  ['notes that do not end', 'ELFNOTE(Xen,XEN_ELFNOTE_FEATURES,', '.long 1'],
])('%s without end are read once', (_, part, start) => {
  const text = start + part.repeat(2 ** 20 / part.length);
  expect(find(text, { kind: 'note', note: 'FEATURES', feature: 'none' })).toBeNull();
});
