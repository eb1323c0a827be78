import { describe, expect, it } from 'vitest';
import { behavioursOf, compareVersions, differenceOf } from '../../src/xen/behaviours.ts';
import { parseFeatures } from '../../src/xen/libelf/features.ts';
import { RELEASES } from '../../src/xen/releases.ts';
import { parseXenList } from '../../src/xen/targets.ts';

const list = (...items: string[]) =>
  parseXenList(items, RELEASES, '2026-11-22').map(({ version }) => version);

/** The two ways out that were discussed in 2013, on the string of that report. */
describe('Xen 4.1.6.1 with a fix of 2013', () => {
  const string = '!writable_page_tables|hvm_callback_vector';

  it('refuses it as released', () => {
    expect(parseFeatures(string, behavioursOf('4.1.6.1')).refused?.name).toBe(
      'hvm_callback_vector',
    );
  });

  it.each([
    ['4.1.6.1+hvm_callback_vector', 0x101],
    ['4.1.6.1+tolerates-unknown-features', 0x1],
  ])('%s takes it', (version, supported) => {
    expect(parseFeatures(string, behavioursOf(version))).toMatchObject({
      refused: null,
      supported,
    });
  });

  it('with the name alone still refuses another', () => {
    const { refused } = parseFeatures('mmu_magic', behavioursOf('4.1.6.1+hvm_callback_vector'));
    expect(refused?.name).toBe('mmu_magic');
  });
});

describe('differences from a release', () => {
  it.each([
    ['domu-zstd', { behaviour: 'domu-zstd', present: true }],
    ['no-domu-lzo', { behaviour: 'domu-lzo', present: false }],
    ['hvm_callback_vector', { behaviour: 'feature-hvm-callback-vector', present: true }],
    ['no-such-thing', null],
    ['toString', null],
    ['', null],
  ])('%j', (name, difference) => {
    expect(differenceOf(name)).toEqual(difference);
  });

  it('change what they name and nothing else', () => {
    const [plain, debian] = ['4.17.7', '4.17.7+no-domu-bzip2+domu-lzma-memory-256-mib'].map(
      behavioursOf,
    );
    expect([plain?.('domu-bzip2'), debian?.('domu-bzip2')]).toEqual([true, false]);
    expect([plain?.('domu-lzma-memory-256-mib'), debian?.('domu-lzma-memory-256-mib')]).toEqual([
      false,
      true,
    ]);
    expect(debian?.('domu-lzo')).toBe(true);
  });

  it('stand behind their release in a list, which may name just the series', () => {
    expect(list('4.18', '4.17+no-pv32', '4.17.7', '4.17.6')).toEqual([
      ...['4.17.6', '4.17.7', '4.17.7+no-pv32', '4.18.6'],
    ]);
    expect(compareVersions('4.17.7', '4.17.7+no-pv32')).toBeLessThan(0);
  });

  it('are answered with the nearest that is', () => {
    expect(() => list('4.17.7+no-domu-bzip')).toThrow(
      "unknown difference 'no-domu-bzip' from 4.17.7: did you mean no-domu-gzip?",
    );
    expect(() => list('4.17.99+domu-zstd')).toThrow("unknown release '4.17.99'");
  });
});
