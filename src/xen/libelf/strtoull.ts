import { UNSET_ADDR } from './parameters.ts';

/**
 * C's `strtoull(text, NULL, 0)` in the toolstack (ISO C11 7.22.1.4): it accepts leading white space
 * and a sign, and `0x` and `0` select the base. Text after the digits is ignored. A number that
 * does not fit becomes all ones.
 */
export function strtoull(text: string): bigint {
  const [, sign, digits = ''] = /^[ \t\n\v\f\r]*([+-]?)(.*)$/s.exec(text) ?? [];
  const [pattern, prefix] = /^0[xX][0-9a-fA-F]/.test(digits)
    ? ([/^0[xX][0-9a-fA-F]+/, ''] as const)
    : digits.startsWith('0')
      ? ([/^[0-7]+/, '0o'] as const)
      : ([/^[0-9]+/, ''] as const);
  const number = pattern.exec(digits)?.[0];
  if (number === undefined) return 0n;
  const value = BigInt(prefix + number);
  if (value > UNSET_ADDR) return UNSET_ADDR;
  return sign === '-' ? BigInt.asUintN(64, -value) : value;
}
