import { outcomeOf } from '../../contract/outcome.ts';
import type { KernelReport, VerdictReport, VerdictStatus } from '../../contract/report.ts';
import { type BootWay, wayId, wayLabel, waysOf } from '../../programs/boot-way.ts';
import { countBoots } from '../causes.ts';
import { codeForMarkdown } from '../escape.ts';
import { type MatrixCell, type MatrixRow, matrixOf } from '../matrix.ts';
import { describeAssumed } from '../memory.ts';
import { pathRemarks } from '../path-remarks.ts';
import { uncheckedPaths, unclaimedPaths } from '../unclaimed.ts';
import { folded, table } from './parts.ts';

const MARKS: Readonly<Record<VerdictStatus, string>> = {
  boots: '✅',
  warns: '⚠️',
  fails: '❌',
  unsupported: '➖',
};

/** A browser breaks lines behind a dash, but not before this. */
const WORD_JOINER = '&#8288;';

function legendOf(kernels: readonly KernelReport[]): string {
  const assumed = describeAssumed(kernels);
  const memory = assumed === null ? '' : ` with ${assumed}`;
  const same = pathRemarks(kernels).map((text) => ` ${text}.`);
  return `Result of each kernel on each Xen, by boot path,${memory}: ✅ boots, ⚠️ warns or is accepted by the policy, ❌ fails.${same.join('')}`;
}

const NEEDS = ' “needs”: the least memory with which it loads.';

/** What stands in a cell without a verdict, and what it means. */
const EMPTY = {
  'not claimed': 'the kernel does not claim this boot path in its notes',
  'not checked': 'the kernel is not checked on this boot path',
  '–': 'nothing of this kind',
} as const;

/**
 * Kernels × boot paths: what each release does where the kernel has to boot.
 *
 * @param which `hits`: leaves out what boots.
 */
export function requiredMatrix(
  kernels: readonly KernelReport[],
  which: 'everything' | 'hits',
): string[] {
  const shown = (one: VerdictReport) => which === 'everything' || isHit(one);
  const matrix = matrixTable(kernels, (verdict) => isRequired(verdict) && shown(verdict));
  return matrix === null ? [] : [`${legendOf(kernels)}${matrix.legend}`, matrix.table];
}

/** The same, behind a fold, where a kernel may fail, or cannot boot that way at all. */
export function otherMatrix(kernels: readonly KernelReport[]): string[] {
  const matrix = matrixTable(kernels, (verdict) => !isRequired(verdict));
  if (matrix === null) return [];
  const legend = matrix.legend === '' ? [] : [matrix.legend.trimStart()];
  return [folded(describeOthers(kernels), [...legend, matrix.table])];
}

/** The kernel has to boot there, and the release has the boot path. */
function isRequired({ role, status }: VerdictReport): boolean {
  return role === undefined && status !== 'unsupported';
}

function isHit(verdict: VerdictReport): boolean {
  return outcomeOf(verdict) !== 'boots';
}

const KINDS = ['allowed to fail', 'ignored', 'without the boot path'] as const;

function kindOf({ role, status }: VerdictReport): (typeof KINDS)[number] {
  if (status === 'unsupported') return 'without the boot path';
  return role === 'ignored' ? 'ignored' : 'allowed to fail';
}

/** `Other targets: 3 allowed to fail, 12 without the boot path` */
function describeOthers(kernels: readonly KernelReport[]): string {
  const others = kernels.flatMap(({ verdicts }) => verdicts).filter((one) => !isRequired(one));
  const counts = KINDS.flatMap((kind) => {
    const own = others.filter((verdict) => kindOf(verdict) === kind);
    const count = own.reduce((sum, verdict) => sum + countBoots(verdict), 0);
    return count > 0 ? [`${count} ${kind}`] : [];
  });
  return `Other targets: ${counts.join(', ')}`;
}

/** `null` where no kernel has a verdict that is picked. */
function matrixTable(
  kernels: readonly KernelReport[],
  pick: (verdict: VerdictReport) => boolean,
): { table: string; legend: string } | null {
  const picked = kernels.filter(({ verdicts }) => verdicts.some(pick));
  if (picked.length === 0) return null;
  const ways = waysOf(
    picked.flatMap((kernel) => [
      ...kernel.verdicts.filter(pick),
      ...uncheckedPaths(kernel).map((boot) => ({ boot })),
    ]),
  );
  const empty = new Set<keyof typeof EMPTY>();
  const describe = (kernel: KernelReport, way: BootWay, own: readonly MatrixRow[]) => {
    if (own.length > 0) return own.flatMap(describeRow).join('<br>');
    const word = emptyCell(kernel, way);
    empty.add(word);
    return word.replaceAll(' ', '&nbsp;');
  };
  let hasNeeds = false;
  const rows = picked.map((kernel) => {
    const own = matrixOf(kernel, pick);
    hasNeeds ||= own.some((row) => row.needs.length > 0);
    const rowsOn = (way: BootWay) => own.filter((row) => wayId(row) === wayId(way));
    const cells = ways.map((way) => describe(kernel, way, rowsOn(way)));
    return [codeForMarkdown(kernel.path), ...cells];
  });
  const text = table(['Kernel', ...ways.map(wayLabel)], ['---', ...ways.map(() => '---')], rows);
  const words = Object.keys(EMPTY) as (keyof typeof EMPTY)[];
  const met = words.filter((word) => empty.has(word));
  const needs = hasNeeds ? NEEDS : '';
  return { table: text, legend: needs + met.map((word) => ` “${word}”: ${EMPTY[word]}.`).join('') };
}

function emptyCell(kernel: KernelReport, way: BootWay): keyof typeof EMPTY {
  if (kernel.verdicts.some((verdict) => wayId(verdict) === wayId(way))) return '–';
  return unclaimedPaths(kernel).includes(way.boot) ? 'not claimed' : 'not checked';
}

/** The lines of a cell. */
function describeRow({ which, cells, needs }: MatrixRow): string[] {
  const memory = needs.map((size, i) => unbroken(`${i === 0 ? 'needs' : 'or'} ${size}`));
  return [...(which === '' ? [] : [unbroken(`${which}:`)]), ...cells.map(describeCell), ...memory];
}

/** `❌ 4.14.6`, on one line; results that the policy accepts are no cross. */
function describeCell({ releases, isGroup, status, remark }: MatrixCell): string {
  const mark = status === 'fails' && remark !== '' ? MARKS.warns : MARKS[status];
  const words = [mark, releases, remark && `(${remark})`].filter((word) => word !== '');
  return isGroup ? words.join(' ') : unbroken(words.join(' '));
}

/** Keeps a line of a cell on one line. */
function unbroken(line: string): string {
  return line.replaceAll(' ', '&nbsp;').replaceAll('–', `–${WORD_JOINER}`);
}
