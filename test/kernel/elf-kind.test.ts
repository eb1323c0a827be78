import { expect, it } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { elfArch, otherArch } from '../../src/kernel/elf-kind.ts';
import { buildElf } from '../support/elf-builder.ts';

/** `e_machine` by the registry of the System V ABI, and what users call it. */
const REGISTERED: readonly (readonly [machine: number, arch: string])[] = [
  [2, 'sparc'],
  [3, 'i386'],
  [8, 'mips'],
  [20, 'powerpc'],
  [21, 'powerpc64'],
  [22, 's390'],
  [40, 'arm'],
  [43, 'sparc64'],
  [50, 'ia64'],
  [62, 'x86_64'],
  [183, 'aarch64'],
  [243, 'riscv64'],
  [258, 'loongarch'],
];

const elf = (machine: number, bits: 32 | 64 = 64, endian: 'little' | 'big' = 'little') =>
  bytesSource(buildElf({ machine, bits, endian }));

it.each(REGISTERED)('%i is %s', (machine, arch) => {
  expect(elfArch(elf(machine))).toBe(arch);
  expect(elfArch(elf(machine, 64, 'big'))).toBe(arch);
  expect(otherArch(elf(machine))).toBe(/^(i386|x86_64)$/.test(arch) ? null : arch);
});

it('RISC-V is named with its width', () => {
  expect(elfArch(elf(243, 32))).toBe('riscv32');
});

it('another number stays a number, and is none that the loaders are asked about', () => {
  const named = REGISTERED.map(([machine]) => machine);
  for (const machine of Array.from({ length: 300 }, (_, at) => at)) {
    if (named.includes(machine)) continue;
    expect(elfArch(elf(machine))).toBe(`machine ${machine}`);
    expect(otherArch(elf(machine))).toBeNull();
  }
});

it('a file that ends before its machine has none', () => {
  const whole = buildElf({ machine: 183 });
  expect(elfArch(bytesSource(whole.subarray(0, 20)))).toBe('aarch64');
  expect(elfArch(bytesSource(whole.subarray(0, 19)))).toBeNull();
  expect(elfArch(bytesSource(new Uint8Array(64)))).toBeNull();
});
