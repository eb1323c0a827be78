import { BOOT_PATHS, type BootPath } from '../../xen/boot-path.ts';
import { countBoots } from '../causes.ts';
import { codeForMarkdown } from '../escape.ts';
import { type MatrixCell, matrixOf } from '../matrix.ts';
import { outcomeOf } from '../outcome.ts';
import type { KernelReport, VerdictReport, VerdictStatus } from '../report.ts';
import { unclaimedPaths } from '../unclaimed.ts';
import { folded, table } from './parts.ts';

const MARKS: Readonly<Record<VerdictStatus, string>> = {
  boots: '✅',
  warns: '⚠️',
  fails: '❌',
  unsupported: '➖',
};

/** A browser breaks lines behind a dash, but not before this. */
const WORD_JOINER = '&#8288;';

const LEGEND =
  'What each Xen does with each kernel, by boot path: ✅ boots, ⚠️ warns or is excused, ❌ fails.';

/** What stands in a cell without a verdict, and what it means. */
const EMPTY = {
  'not claimed': 'the kernel does not claim this boot path in its notes',
  'not checked': 'the kernel was not to be checked on this boot path',
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
  return matrix === null ? [] : [`${LEGEND}${matrix.legend}`, matrix.table];
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
  const rows = kernels
    .map((kernel) => ({
      kernel,
      cells: new Map(matrixOf(kernel, pick).map(({ boot, cells }) => [boot, cells])),
    }))
    .filter(({ cells }) => cells.size > 0);
  if (rows.length === 0) return null;
  const boots = BOOT_PATHS.filter((boot) =>
    rows.some(({ kernel, cells }) => cells.has(boot) || emptyCell(kernel, boot) === 'not claimed'),
  );
  const empty = new Set<keyof typeof EMPTY>();
  const describe = (kernel: KernelReport, boot: BootPath, cells: readonly MatrixCell[] = []) => {
    if (cells.length > 0) return cells.map(describeCell).join('<br>');
    const word = emptyCell(kernel, boot);
    empty.add(word);
    return word.replaceAll(' ', '&nbsp;');
  };
  const text = table(
    ['Kernel', ...boots],
    ['---', ...boots.map(() => '---')],
    rows.map(({ kernel, cells }) => [
      codeForMarkdown(kernel.path),
      ...boots.map((boot) => describe(kernel, boot, cells.get(boot))),
    ]),
  );
  const words = Object.keys(EMPTY) as (keyof typeof EMPTY)[];
  const met = words.filter((word) => empty.has(word));
  return { table: text, legend: met.map((word) => ` “${word}”: ${EMPTY[word]}.`).join('') };
}

function emptyCell(kernel: KernelReport, boot: BootPath): keyof typeof EMPTY {
  if (kernel.verdicts.some((verdict) => verdict.boot === boot)) return '–';
  return unclaimedPaths(kernel).includes(boot) ? 'not claimed' : 'not checked';
}

/** `❌ 4.14.6`, on one line; what the policy excuses is no cross. */
function describeCell({ releases, status, remark }: MatrixCell): string {
  const mark = status === 'fails' && remark !== '' ? MARKS.warns : MARKS[status];
  return [mark, releases, remark && `(${remark})`]
    .filter((word) => word !== '')
    .join(' ')
    .replaceAll(' ', '&nbsp;')
    .replaceAll('–', `–${WORD_JOINER}`);
}
