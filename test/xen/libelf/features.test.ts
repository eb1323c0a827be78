import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featureTokens, parseFeatures } from '../../../src/xen/libelf/features.ts';
import { build } from '../../support/builds.ts';

const names = (text: string) =>
  featureTokens(text).map(({ name, required }) => (required ? `!${name}` : name));

describe('cutting a FEATURES string into names', () => {
  it.each([
    ['', []],
    ['a', ['a']],
    ['!a|b', ['!a', 'b']],
    ['a|', ['a']],
    ['|a', ['', 'a']],
    ['a||b', ['a', '', 'b']],
    ['!', ['!']],
    ['!!a', ['!!a']],
  ])('%j', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('cuts after 63 bytes, and a bar right there makes an empty name', () => {
    const long = 'x'.repeat(63);
    expect(names(`${long}yz|b`)).toEqual([long, 'yz', 'b']);
    expect(names(`${long}|b`)).toEqual([long, '', 'b']);
    expect(names(`${'x'.repeat(62)}|b`)).toEqual(['x'.repeat(62), 'b']);
  });

  it('loses nothing but bars', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '!', '|'), maxLength: 300 }), (text) => {
        expect(names(text).join('')).toBe(text.replaceAll('|', ''));
        expect(names(text).every((name) => name.length <= 63)).toBe(true);
      }),
    );
  });
});

/** The report of December 2013: "Xen 4.1 + Linux compiled with PVH == BOOM". */
const REPORTED =
  '!writable_page_tables|pae_pgdir_above_4gb|writable_descriptor_tables|auto_translated_physmap|supervisor_mode_kernel|hvm_callback_vector';

describe('the string that stopped Xen 4.1', () => {
  it.each(['4.0.0', '4.1.6.1'])('%s gives up at hvm_callback_vector', (version) => {
    const { refused } = parseFeatures(REPORTED, build(version).has);
    expect(refused).toEqual({ name: 'hvm_callback_vector', required: false });
  });

  it('4.2.0 passes over the name, 4.4.0 knows it', () => {
    const before = parseFeatures(REPORTED, build('4.3.4').has);
    expect(before).toEqual({ supported: 0x1f, required: 1, refused: null });
    const after = parseFeatures(REPORTED, build('4.4.0').has);
    expect(after).toEqual({ supported: 0x11f, required: 1, refused: null });
  });

  it('no release takes a required name that it does not know', () => {
    for (const version of ['4.0.0', '4.1.6.1', '4.2.0', '4.22.0']) {
      const { refused } = parseFeatures('!hvm_safe_pvclock', build(version).has);
      expect(refused).toEqual({ name: 'hvm_safe_pvclock', required: true });
    }
  });
});
