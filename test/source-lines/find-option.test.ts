import { expect, test } from 'vitest';
import { findOption, type OptionClue } from '../../src/source-lines/find-option.ts';

const textAt = (text: string, option: string, is: OptionClue['is']) => {
  const span = findOption(text, { kind: 'option', option, is });
  return span && text.slice(span.start, span.end);
};

test.each([
  ['on', 'CONFIG_KERNEL_ZSTD=y'],
  ['on', 'CONFIG_KERNEL_ZSTD=m'],
  ['on', 'KERNEL_ZSTD = yes;', 'KERNEL_ZSTD = yes'],
  ['on', '  KERNEL_ZSTD = lib.mkForce lib.kernel.yes;', 'KERNEL_ZSTD = lib.mkForce lib.kernel.yes'],
  [
    'on',
    '  KERNEL_ZSTD = lib.mkIf (!old) (option yes);',
    'KERNEL_ZSTD = lib.mkIf (!old) (option yes',
  ],
  ['on', '  KERNEL_ZSTD = mkIf useZstd "y";', 'KERNEL_ZSTD = mkIf useZstd "y'],
  ['on', '  KERNEL_ZSTD = lib.mkForce lib.kernel.no;', null],
  ['on', '  KERNEL_ZSTD = no; KERNEL_XZ = yes;', null],
  ['on', 'BR2_LINUX_KERNEL_ZSTD=y'],
  ['on', '  KERNEL_ZSTD = lib.mkForce yes;', 'KERNEL_ZSTD = lib.mkForce yes'],
  ['on', '  KERNEL_ZSTD = lib.kernel.yes;', 'KERNEL_ZSTD = lib.kernel.yes'],
  ['on', 'run: echo CONFIG_KERNEL_ZSTD=y >> .config', 'CONFIG_KERNEL_ZSTD=y'],
  ['on', './scripts/config -d X --enable KERNEL_ZSTD -e Y', '--enable KERNEL_ZSTD'],
  ['on', './scripts/config -e CONFIG_KERNEL_ZSTD', '-e CONFIG_KERNEL_ZSTD'],
  ['on', "CONFIG_KERNEL_ZSTD   policy<{'arm64': 'n', 'amd64-generic': 'y'"],
  ['on', "CONFIG_KERNEL_ZSTD   policy<{'amd64': 'n', 'arm64': 'y'}>", null],
  ['on', "CONFIG_KERNEL_ZSTD   note<'amd64'>", null],
  ['off', "CONFIG_KERNEL_ZSTD   policy<{'amd64': '-'"],
  ['given', "CONFIG_KERNEL_ZSTD   policy<{'amd64': '0x1000000'"],
  ['given', "CONFIG_KERNEL_ZSTD   policy<{'amd64': '\"\"'}>", null],
  ['given', "CONFIG_KERNEL_ZSTD   policy<{'amd64': 'n'}>", null],
  ['on', '#CONFIG_KERNEL_ZSTD=y', null],
  ['on', 'CONFIG_KERNEL_ZSTD=n', null],
  ['on', '# CONFIG_KERNEL_ZSTD is not set', null],
  ['on', 'CONFIG_HAVE_KERNEL_ZSTD=y', null],
  ['on', 'CONFIG_KERNEL_ZSTD_LEVEL=y', null],
  ['off', '# CONFIG_KERNEL_ZSTD is not set'],
  ['off', 'CONFIG_KERNEL_ZSTD=n'],
  ['off', 'KERNEL_ZSTD = no;', 'KERNEL_ZSTD = no'],
  ['off', 'config --disable KERNEL_ZSTD', '--disable KERNEL_ZSTD'],
  ['off', '  KERNEL_ZSTD = lib.mkForce (option no);', 'KERNEL_ZSTD = lib.mkForce (option no'],
  ['off', 'KERNEL_ZSTD = lib.mkForce unset;', 'KERNEL_ZSTD = lib.mkForce unset'],
  ['off', 'echo "# CONFIG_KERNEL_ZSTD is not set" >> x', '# CONFIG_KERNEL_ZSTD is not set'],
  ['off', 'run: sed -i "s/# CONFIG_KERNEL_ZSTD is not set/CONFIG_KERNEL_ZSTD=y/" .config', null],
  ['off', 'CONFIG_KERNEL_ZSTD=y', null],
  ['given', 'CONFIG_KERNEL_ZSTD=0x200000'],
  ['given', 'CONFIG_KERNEL_ZSTD="initramfs.cpio"'],
  ['given', 'CONFIG_KERNEL_ZSTD=""', null],
  ['given', 'config --set-val KERNEL_ZSTD 5', '--set-val KERNEL_ZSTD 5'],
] as const)('%s: %s', (is, line, found: string | null = line) => {
  expect(textAt(`CONFIG_FIRST=y\n${line}\nCONFIG_LAST=y\n`, 'KERNEL_ZSTD', is)).toBe(found);
});

test.each([
  'KERNEL_ZSTD ',
  'KERNEL_ZSTD=.',
  'KERNEL_ZSTD = ',
  ' = ( ',
  ' ',
  'x=KERNEL_ZSTD',
  '-e ',
])('%j without end is read once', (part) => {
  const text = `KERNEL_ZSTD${part.repeat(2 ** 20 / part.length)}`;
  expect(textAt(text, 'KERNEL_ZSTD', 'on')).toBeNull();
});
