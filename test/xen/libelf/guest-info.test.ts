import { expect, it } from 'vitest';
import { bytesSource } from '../../../src/bytes/bytes.ts';
import { parseXenElf } from '../../../src/xen/libelf/parse.ts';
import { build } from '../../support/builds.ts';
import { buildElf } from '../../support/elf-builder.ts';

/** What is read of an ELF file without notes whose section `__xen_guest` has this text. */
function read(text: string, release = '4.17.7') {
  const data = Buffer.from(`${text}\0`, 'latin1');
  const elf = buildElf({ sections: [{ type: 1, name: '__xen_guest', data }] });
  return parseXenElf(bytesSource(elf), 'pv', build(release).has);
}

/** `name[32]` and `value[128]` of `elf_xen_parse_guest_info`, each with its NUL. */
it.each([
  ['a name that fills its buffer', 'n'.repeat(31), 'linux'],
  ['one letter less', 'n'.repeat(30), ''],
  ['one letter more', 'n'.repeat(32), ''],
  ['a value that fills its buffer', `PAD=${'v'.repeat(127)}`, 'linux'],
  ['one letter less', `PAD=${'v'.repeat(126)}`, ''],
  ['one letter more', `PAD=${'v'.repeat(128)}`, ''],
])('%s ends a pair, and the next one begins', (_, before, guestOs) => {
  expect(read(`${before}GUEST_OS=linux`).parameters.guestOs).toBe(guestOs);
});

it('a comma after a buffer that is full is a pair of its own, of nothing', () => {
  for (const before of ['n'.repeat(31), `PAD=${'v'.repeat(127)}`]) {
    expect(read(`${before},GUEST_OS=linux`).parameters.guestOs).toBe('linux');
  }
});

it('256 pairs are read, and no more', () => {
  const pairs = (count: number) => `${'A=1,'.repeat(count - 1)}GUEST_OS=linux`;
  expect(read(pairs(256)).parameters.guestOs).toBe('linux');
  expect(read(pairs(257)).refusal).toMatchObject({ rule: 'malformed-notes' });
});
