import { expect, it } from 'vitest';
import { findMachine } from './machine.ts';

it('does not do without a Xen that was asked for', () => {
  expect(() => findMachine({ XEN_BOOT_GATE_XEN: 'no/such/xen' })).toThrow();
});

it('does not do without QEMU for a Xen that was asked for', () => {
  const env = { XEN_BOOT_GATE_XEN: 'package.json', PATH: '' };
  expect(() => findMachine(env)).toThrow('qemu-system-x86_64 cannot be run');
});
