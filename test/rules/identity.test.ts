import { expect, it } from 'vitest';
import { identityOf } from '../../src/rules/identity.ts';

const fault = {
  rule: 'unknown-feature',
  stage: 'notes',
  evidence: { feature: 'a', offset: 1 },
} as const;

it.each([
  ['another offset of the note', { evidence: { feature: 'a', offset: 2 } }],
  ['a field that the rule does not have', { evidence: { ...fault.evidence, more: 1 } }],
])('is the same with %s', (_, change) => {
  expect(identityOf({ ...fault, ...change })).toBe(identityOf(fault));
});

it.each([
  ['feature', { evidence: { feature: 'b', offset: 1 } }],
  ['feature, of which there is none', { evidence: {} }],
  ['rule', { rule: 'unknown-required-feature' }],
  ['rule, which this version does not know', { rule: 'constructor' }],
  ['stage', { stage: 'loader' }],
] as const)('is another with another %s', (_, change) => {
  expect(identityOf({ ...fault, ...change })).not.toBe(identityOf(fault));
});
