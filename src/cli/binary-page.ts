import type { ReadBuild } from '../programs/xen/binary/xen-binary.ts';
import { binaryLines } from '../report/binary-lines.ts';
import { forTerminal } from '../report/escape.ts';
import { labelled } from '../text/wrap.ts';
import type { Layout } from './io.ts';

/** Columns of the labels. */
const INDENT = 14;

/** A Xen that was read from its files, in full: each fact with what shows it. */
export function binaryPage(build: ReadBuild, { width, colors }: Layout): string {
  const { binary, label } = build;
  const line = (name: string, text: string) =>
    labelled(`  ${name}`, forTerminal(text), INDENT, width);
  return [
    colors.bold(forTerminal(label)),
    // Below, with what shows each of them.
    ...binaryLines(build)
      .filter(([name]) => name !== 'read')
      .flatMap(([name, text]) => line(name, text)),
    '  Each fact that was read:',
    ...binary.read.flatMap(({ fact, present, how }) =>
      labelled('    ', forTerminal(`${present ? '+' : '-'} ${fact}: ${how}`), 6, width),
    ),
    '',
  ].join('\n');
}
