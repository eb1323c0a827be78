import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIFFERENCE_NAMES, differenceOf } from '../../../src/programs/xen/difference-names.ts';
import { XEN_FACTS, type XenFactId } from '../../../src/programs/xen/facts/facts.ts';
import { compareBuilds } from '../../../src/programs/xen/xen-build.ts';
import { UsageError } from '../../../src/text/usage-error.ts';
import { parseFeatures } from '../../../src/xen/libelf/features.ts';
import { build, builds } from '../../support/builds.ts';

const list = (...items: string[]) => builds(...items).map(({ id }) => id);

/** Null where it is answered with a sentence. */
function attempt(item: string): string[] | null {
  try {
    return list(item);
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}

/** The two ways out that were discussed in 2013, on the string of that report. */
describe('Xen 4.1.6.1 with a fix of 2013', () => {
  const string = '!writable_page_tables|hvm_callback_vector';

  it('refuses it as released', () => {
    expect(parseFeatures(string, build('4.1.6.1').has).refused?.name).toBe('hvm_callback_vector');
  });

  it.each([
    ['4.1.6.1+hvm_callback_vector', 0x101],
    ['4.1.6.1+tolerates-unknown-features', 0x1],
  ])('%s takes it', (version, supported) => {
    expect(parseFeatures(string, build(version).has)).toMatchObject({
      refused: null,
      supported,
    });
  });

  it('with the name alone still refuses another', () => {
    const { refused } = parseFeatures('mmu_magic', build('4.1.6.1+hvm_callback_vector').has);
    expect(refused?.name).toBe('mmu_magic');
  });
});

describe('differences from a release', () => {
  it.each([
    ['domu-zstd', { fact: 'domu-zstd', present: true }],
    ['no-domu-lzo', { fact: 'domu-lzo', present: false }],
    ['hvm_callback_vector', { fact: 'feature-hvm-callback-vector', present: true }],
    ['no-dom0', { fact: 'feature-dom0', present: false }],
    ['domu-spells-unknown', null],
    ['no-memory-without-full-stop', null],
    ['writable_page_tables', null],
    ['no-such-thing', null],
    ['toString', null],
    ['', null],
  ])('%j', (name, difference) => {
    expect(differenceOf(name)).toEqual(difference && { name, ...difference });
  });

  it('change what they name and nothing else', () => {
    const plain = build('4.17.7');
    const debian = build('4.17.7+no-domu-bzip2+domu-lzma-memory-256-mib');
    const changed = (Object.keys(XEN_FACTS) as XenFactId[]).filter(
      (id) => plain.has(id) !== debian.has(id),
    );
    expect(changed).toEqual(['domu-bzip2', 'domu-lzma-memory-256-mib']);
  });

  it('stand behind their release in a list, which may name just the series', () => {
    expect(list('4.18', '4.17+no-pv32', '4.17.7', '4.17.6')).toEqual([
      ...['4.17.6', '4.17.7', '4.17.7+no-pv32', '4.18.6'],
    ]);
    expect(compareBuilds(build('4.17.7'), build('4.17.7+no-pv32'))).toBeLessThan(0);
  });

  it.each<[item: string, releases: string]>([
    ['4.17.x+no-pv32', '4.17.0 4.17.1 4.17.2 4.17.3 4.17.4 4.17.5 4.17.6 4.17.7'],
    ['>=4.20 + no-pv32', '4.20.4 4.21.2 4.22.0'],
    ['4.20..4.21+no-pv32', '4.20.4 4.21.2'],
    ['supported+no-pv32', '4.17.7 4.18.6 4.19.6 4.20.4 4.21.2 4.22.0'],
  ])('%s: stand behind every release of a set', (item, releases) => {
    expect(list(item)).toEqual(releases.split(' ').map((version) => `${version}+no-pv32`));
  });

  it('do to each release of a set what they do to it alone', () => {
    const sets = fc.constantFrom('all', 'every', '4.4.x', '4.14..4.20', '<=4.3');
    const names = fc.constantFrom(...DIFFERENCE_NAMES.keys()).chain((name) => {
      return fc.constantFrom(name, `no-${name}`);
    });
    fc.assert(
      fc.property(sets, names, (set, name) => {
        const alone = list(set).flatMap((version) => attempt(`${version}+${name}`) ?? version);
        const changed = alone.some((version) => version.includes('+'));
        expect(attempt(`${set}+${name}`)).toEqual(changed ? alone : null);
      }),
    );
  });

  it('stand only behind those releases of a set that they change', () => {
    expect(list('<=4.1+no-domu-lzo')).toEqual(['4.0.4', '4.1.6.1+no-domu-lzo']);
    expect(list('4.14..4.15+domu-zstd+no-domu-lzo')).toEqual([
      '4.14.6+domu-zstd+no-domu-lzo',
      '4.15.7+no-domu-lzo',
    ]);
  });

  it.each([
    [
      '4.17.7+no-domu-bzip',
      "unknown difference 'no-domu-bzip' from 4.17.7: did you mean no-domu-gzip?",
    ],
    ['all+no-pv3', "unknown difference 'no-pv3' from all: did you mean no-pv?"],
    ['4.17.99+domu-zstd', "unknown release '4.17.99': did you mean 4.17.7?"],
    [
      '4.11.0+domu-spells-unknown',
      "'domu-spells-unknown' is no difference from 4.11.0: it changes only what Xen prints, and no kernel boots or fails by it",
    ],
    [
      'all+no-plain-libelf-messages',
      "'no-plain-libelf-messages' is no difference from all: it changes only what Xen prints, and no kernel boots or fails by it",
    ],
    ['4.17+', 'a difference from 4.17 is empty: write +NAME, or +no-NAME'],
    ['+no-pv32', "'+no-pv32' has no base release"],
    [
      '4.17+domu-zstd+no-domu-zstd',
      "the differences 'domu-zstd' and 'no-domu-zstd' contradict each other",
    ],
    ['4.1+dom0+feature-dom0', "the differences 'dom0' and 'feature-dom0' are the same"],
    ['4.17+domu-zstd', "the difference 'domu-zstd' has no effect: 4.17 already has it"],
    [
      '<=4.14+no-pv32+no-domu-zstd',
      "the difference 'no-domu-zstd' has no effect: <=4.14 does not have domu-zstd",
    ],
  ])('%s is answered in one sentence', (item, answer) => {
    expect(() => list(item)).toThrow(new UsageError(answer));
  });
});
