import { compareVersions } from '../xen/behaviours.ts';
import { NOTE } from '../xen/libelf/note-types.ts';
import type { NotesReport, ParseGroup, XenNote, XenParameters } from '../xen/notes-report.ts';
import { forTerminal } from './escape.ts';
import { explainFeatures } from './feature-text.ts';
import { foldReleases } from './release-ranges.ts';
import type { TextOptions } from './text.ts';
import { fill, labelled, wrap } from './wrap.ts';

/** The notes of one kernel. */
export interface KernelNotes extends NotesReport {
  readonly path: string;
}

/** Columns of a note's offset and type, and of its name. */
const NUMBERS = 18;
const NAME = 20;

/** The notes of kernels as people read them: each note, each feature, and what Xen makes of it. */
export function renderNotes(kernels: readonly KernelNotes[], options: TextOptions): string {
  return kernels.map((kernel) => `${renderKernel(kernel, options).join('\n')}\n`).join('\n');
}

function renderKernel({ path, notes, parse }: KernelNotes, options: TextOptions): string[] {
  const { width, colors } = options;
  const head = (text: string) => ['', colors.bold(text)];
  const features = notes.filter(({ type }) => type === NOTE.FEATURES);
  return [
    ...wrap(forTerminal(path), width).map(colors.bold),
    ...(notes.length === 0
      ? ['  no Xen notes']
      : [
          colors.dim('  offset      type  name                value'),
          ...notes.flatMap(row(width)),
        ]),
    ...features.flatMap(({ value }) => [
      ...head('FEATURES, name by name'),
      ...explainFeatures(value).flatMap(({ token, meaning }) => [
        `  ${forTerminal(token) || '(an empty name)'}`,
        ...wrap(meaning, width - 6).map((line) => `      ${line}`),
      ]),
    ]),
    ...head('What Xen reads'),
    ...parse.flatMap((group) => renderGroup(group, parse, options)),
  ];
}

function row(width: number): (note: XenNote) => string[] {
  return ({ type, name, value, offset }) => {
    const numbers = `  ${`0x${offset.toString(16)}`.padEnd(12)}${String(type).padStart(4)}`;
    const label = `${numbers.padEnd(NUMBERS + 2)}${name.padEnd(NAME)}`;
    return labelled(label, forTerminal(value), label.length, width);
  };
}

function renderGroup(
  group: ParseGroup,
  all: readonly ParseGroup[],
  { width, colors }: TextOptions,
): string[] {
  const { container, accepted, stage, xenSays, parameters } = group;
  const asked = all
    .filter((other) => other.container === container)
    .flatMap(({ releases }) => releases)
    .sort(compareVersions);
  const where = `Xen ${foldReleases(group.releases, asked)}`;
  const label = `  ${container.padEnd(5)}`;
  const says = xenSays === null ? 'Xen says nothing' : `Xen says: ${forTerminal(xenSays)}`;
  const outcome = accepted ? '✓ accepted' : `✗ refused at ${stage}, ${says}`;
  const paint = accepted ? colors.green : colors.red;
  return [
    ...labelled(label, `${where}: ${outcome}`, label.length, width).map((line) => paint(line)),
    ...(parameters === null ? [] : renderParameters(parameters, width)),
  ];
}

function renderParameters(parameters: XenParameters, width: number): string[] {
  const pieces = Object.entries(parameters).flatMap(([name, value]) => {
    if (value === null || value === '') return [];
    if (typeof value === 'string') return [`${name}=${forTerminal(value)}`];
    return Object.entries(value).map(([part, number]) => `${name}.${part}=${number ?? 'unset'}`);
  });
  return fill(pieces, 2, width - 8).map((line) => `        ${line.join('  ')}`);
}
