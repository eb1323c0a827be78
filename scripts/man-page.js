// The manual page, of the commands and options that `--help` prints: run by `npm run docs`. The npm
// package installs it.
import { writeFileSync } from 'node:fs';
import { COMMANDS } from '../build/src/cli/commands.js';
import { VERSION, VERSION_STARTED } from '../build/src/version.js';

const EXIT_CODES = [
  ['0', 'the gate passes'],
  ['1', 'the gate fails'],
  ['2', 'a mistake in the arguments, or an input that was not checked'],
];

const lines = [
  `.TH XEN-BOOT-GATE 1 "${VERSION_STARTED}" "xen-boot-gate ${VERSION}"`,
  '.SH NAME',
  'xen-boot-gate \\- will a kernel boot on the Xen that its users run?',
  '.SH SYNOPSIS',
  ...Object.entries(COMMANDS).flatMap(([name, { operands }]) => [
    `.B xen-boot-gate ${name}`,
    `[\\fIOPTION\\fR...] ${text(operands)}`.trimEnd(),
    '.br',
  ]),
  '.B xen-boot-gate help',
  '[\\fICOMMAND\\fR]',
  ...Object.entries(COMMANDS).flatMap(([name, { summary, details, options }]) => [
    `.SH ${name.toUpperCase()}`,
    `${text(summary)}`,
    ...details.split('\n\n').flatMap((paragraph) => ['.PP', '.nf', text(paragraph), '.fi']),
    ...Object.entries(options).flatMap(([option, { value, help }]) => [
      '.TP',
      `.B \\-\\-${text(option)}${value === undefined ? '' : ` ${text(value)}`}`,
      text(help),
    ]),
  ]),
  '.SH EXIT STATUS',
  ...EXIT_CODES.flatMap(([code, meaning]) => ['.TP', `.B ${code}`, meaning]),
];
writeFileSync('docs/xen-boot-gate.1', `${lines.join('\n')}\n`);

/**
 * A text in roff: a dash is not a hyphen, and a dot or a quote at the start of a line is no request.
 *
 * @param {string} words
 */
function text(words) {
  return words
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('…', '...')
    .replace(/^(?=[.'])/gm, '\\&');
}
