import { describe, expect, it } from 'vitest';
import { parseCommandLine, splitLists } from '../../src/cli/args.ts';
import { UsageError } from '../../src/text/usage-error.ts';

const SPECS = {
  xen: { value: 'LIST', help: '' },
  output: { value: 'FILE', help: '' },
  quiet: { help: '' },
};

/** The paths and the values, or the sentence for the user. */
function parse(...argv: string[]) {
  try {
    const args = parseCommandLine(argv, SPECS);
    const given = Object.keys(SPECS).filter((name) => args.all(name).length > 0);
    return [args.positionals, Object.fromEntries(given.map((name) => [name, args.all(name)]))];
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

describe('a value', () => {
  it.each([
    ['behind its option', ['--xen', '4.17'], '4.17'],
    ['in one word with it', ['--xen=4.17'], '4.17'],
    ['that begins with a dash, in one word with it', ['--xen=-x'], '-x'],
    ['of nothing', ['--xen='], ''],
    ['that is a dash, as for standard output', ['--xen', '-'], '-'],
  ])('%s', (_, argv, value) => {
    expect(parse(...argv, 'k')).toEqual([['k'], { xen: [value] }]);
  });

  it.each([
    ['is not there', ['--xen']],
    ['is an option', ['--xen', '--quiet']],
    ['looks like a short option', ['--xen', '-x']],
  ])('that %s is missing', (_, argv) => {
    expect(parse(...argv)).toBe('--xen needs a value: --xen LIST');
  });

  it('is refused where there is none', () => {
    expect(parse('--quiet=yes')).toBe('--quiet takes no value');
    expect(parse('--quiet', 'yes')).toEqual([['yes'], { quiet: [''] }]);
  });
});

it('the same option again adds a value, and the last one counts', () => {
  const args = parseCommandLine(['--xen', '4.1', 'k', '--xen', '4.2'], SPECS);
  expect([args.all('xen'), args.last('xen')]).toEqual([['4.1', '4.2'], '4.2']);
  expect([args.all('output'), args.last('output')]).toEqual([[], undefined]);
});

it('nothing is an option behind two dashes', () => {
  expect(parse('--quiet', '--', '--xen', '-x')).toEqual([['--xen', '-x'], { quiet: [''] }]);
});

it.each(['-x', '-q', '--xenn', '--no-quiet', '--constructor', '--toString=1'])(
  '%s is an unknown option',
  (word) => {
    expect(parse(word)).toContain(`unknown option '${word.split('=')[0]}'`);
  },
);

it('lists are split at commas, and trimmed', () => {
  expect(splitLists(['a, b', 'c', ' d ,,'])).toEqual(['a', 'b', 'c', 'd', '', '']);
});
