import type { KernelNotes } from '../../contract/notes.ts';
import { NOTE } from '../../kernel/note-numbers.ts';
import { BOOT_PATHS, bootPath, isOffered } from '../../programs/boot-path.ts';
import { distinctBuilds, type XenBuild } from '../../programs/xen/xen-build.ts';
import { fill, labelled, wrap } from '../../text/wrap.ts';
import type { Container } from '../../xen/libelf/parse.ts';
import type { ParseGroup, XenNote, XenParameters } from '../../xen/notes-report.ts';
import { forTerminal } from '../escape.ts';
import { foldBuilds } from '../release-ranges.ts';
import { explainFeatures } from './feature-text.ts';
import type { TextOptions } from './text.ts';

export interface NotesOptions extends TextOptions {
  /** Every release, oldest first, for what is known since when. */
  readonly upstream: readonly XenBuild[];
}

/** Columns of a note's offset and type, and of its name. */
const NUMBERS = 18;
const NAME = 20;

/**
 * The notes of kernels as people read them, in parts: each note, each feature, and what Xen makes of
 * it.
 */
export function* notesParts(
  kernels: readonly KernelNotes[],
  options: NotesOptions,
): Generator<string> {
  for (const [index, kernel] of kernels.entries()) {
    yield `${index === 0 ? '' : '\n'}${renderKernel(kernel, options).join('\n')}\n`;
  }
}

function renderKernel(kernel: KernelNotes, options: NotesOptions): string[] {
  const { path, notes, nearMisses = [], parse } = kernel;
  const { width, colors } = options;
  const head = (text: string) => ['', colors.bold(text)];
  const features = notes.filter(({ type, unread }) => type === NOTE.FEATURES && !unread);
  return [
    ...wrap(forTerminal(path), width).map(colors.bold),
    ...(notes.length === 0
      ? ['  no Xen notes']
      : [
          colors.dim('  offset      type  name                value'),
          ...notes.flatMap(row(width)),
        ]),
    ...nearMisses.flatMap((text) => labelled('  ! ', forTerminal(text), 4, width)),
    ...features.flatMap(({ value }) => [
      ...head('FEATURES, name by name'),
      ...explainFeatures(value, options.upstream).flatMap(({ token, meaning }) => [
        `  ${forTerminal(token) || '(an empty name)'}`,
        ...wrap(meaning, width - 6).map((line) => `      ${line}`),
      ]),
    ]),
    ...head('What Xen reads'),
    ...(['pv', 'pvh'] as const).flatMap((container) => {
      const groups = parse.filter((group) => group.container === container);
      return renderContainer(container, groups, options);
    }),
  ];
}

function row(width: number): (note: XenNote) => string[] {
  return ({ type, name, value, offset, unread }) => {
    const numbers = `  ${`0x${offset.toString(16)}`.padEnd(12)}${String(type).padStart(4)}`;
    const label = `${numbers.padEnd(NUMBERS + 2)}${name.padEnd(NAME)}`;
    const text = unread
      ? `${unread.start}… (${unread.length} bytes: too long or unterminated, so newer releases skip it)`
      : value;
    return labelled(label, forTerminal(text), label.length, width);
  };
}

/** libelf parses for a container that no user can have yet; the text leaves that out. */
function renderContainer(
  container: Container,
  groups: readonly ParseGroup[],
  options: TextOptions,
): string[] {
  const { width, colors } = options;
  const asked = distinctBuilds(groups.flatMap(({ builds }) => builds));
  const paths = BOOT_PATHS.filter((path) => bootPath(path).guest === container);
  const offered = new Set(asked.filter((build) => paths.some((path) => isOffered(path, build))));
  const label = `  ${container.padEnd(5)}`;
  const line = (builds: readonly XenBuild[], text: string) =>
    labelled(label, `Xen ${foldBuilds(builds, asked)}: ${text}`, label.length, width);
  const without = asked.filter((build) => !offered.has(build));
  return [
    ...(without.length === 0 ? [] : line(without, 'n/a, no PVH').map(colors.dim)),
    ...groups.flatMap(({ builds, accepted, stage, xenSays, parameters }) => {
      const own = builds.filter((build) => offered.has(build));
      if (own.length === 0) return [];
      const says = xenSays === null ? 'Xen prints nothing' : `Xen says: ${forTerminal(xenSays)}`;
      const outcome = accepted ? '✓ accepted' : `✗ refused at ${stage}, ${says}`;
      return [
        ...line(own, outcome).map(accepted ? colors.green : colors.red),
        ...(parameters === null ? [] : renderParameters(parameters, width)),
      ];
    }),
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
