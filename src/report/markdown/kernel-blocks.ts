import type { KernelReport, NoteReport } from '../../contract/report.ts';
import { codeForMarkdown, forMarkdown } from '../escape.ts';
import { kernelFacts } from '../facts.ts';
import { describeUnclaimed } from '../unclaimed.ts';
import { folded, table } from './parts.ts';

/** What each kernel is, and what Xen reads from it, behind a fold each. */
export function* kernelBlocks(kernels: readonly KernelReport[]): Generator<string> {
  if (kernels.length > 0) yield '### Kernels';
  for (const kernel of kernels) {
    yield folded(codeForMarkdown(kernel.path), [
      [kernelFacts(kernel, kernels).map(forMarkdown).join(' · '), describeUnclaimed(kernel)]
        .filter((line) => line !== null)
        .join(' · '),
      ...(kernel.notes.length > 0 ? [notesTable(kernel.notes)] : []),
    ]);
  }
}

function notesTable(notes: readonly NoteReport[]): string {
  return table(
    ['Type', 'Name', 'Value'],
    ['---:', '---', '---'],
    notes.map(({ type, name, value }) => [
      `${type}`,
      codeForMarkdown(name),
      codeForMarkdown(value),
    ]),
  );
}
