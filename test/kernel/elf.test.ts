import { describe, expect, test } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { elfArch } from '../../src/kernel/elf-kind.ts';
import { buildElf, type ElfSpec } from '../support/elf-builder.ts';

describe('elfArch', () => {
  const named: [string, ElfSpec][] = [
    ['x86_64', { bits: 64, machine: 62 }],
    ['x86_64', { bits: 32, machine: 62 }],
    ['i386', { bits: 32, machine: 3 }],
    ['aarch64', { bits: 64, machine: 183 }],
    ['arm', { bits: 32, machine: 40 }],
    ['riscv64', { bits: 64, machine: 243 }],
    ['riscv32', { bits: 32, machine: 243 }],
    ['powerpc64', { bits: 64, endian: 'big', machine: 21 }],
    ['s390', { bits: 64, endian: 'big', machine: 22 }],
    ['machine 4660', { machine: 0x1234 }],
    ['machine 4660', { endian: 'big', machine: 0x1234 }],
  ];
  test.each(named)('%s from %o', (name, spec) => {
    expect(elfArch(bytesSource(buildElf(spec)))).toBe(name);
  });

  test('needs the first 20 bytes only, and those', () => {
    const elf = buildElf();
    expect(elfArch(bytesSource(elf.subarray(0, 20)))).toBe('x86_64');
    expect(elfArch(bytesSource(elf.subarray(0, 19)))).toBeNull();
  });

  test('is nothing that a file without the ELF magic has', () => {
    expect(elfArch(bytesSource(new Uint8Array(64)))).toBeNull();
    expect(elfArch(bytesSource(new Uint8Array(0)))).toBeNull();
  });
});
