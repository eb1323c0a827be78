import { VERSION } from '../version.ts';
import type { NotesReport, ParseGroup } from '../xen/notes-report.ts';
import type { Report } from './report.ts';

/** The notes of one kernel, and what builds of Xen read from them. */
export interface KernelNotes extends NotesReport {
  readonly path: string;
}

/**
 * The notes of kernels as other tools read them (`schema/notes.schema.json`): plain data, in which a
 * build of Xen is its id. A field changes only with `schemaVersion`.
 */
export interface PublishedNotes extends Pick<Report, 'tool'> {
  readonly schemaVersion: 1;
  readonly kernels: readonly (Omit<KernelNotes, 'parse'> & {
    readonly parse: readonly PublishedParse[];
  })[];
}

interface PublishedParse extends Omit<ParseGroup, 'builds'> {
  readonly releases: readonly string[];
}

export function publishNotes(kernels: readonly KernelNotes[]): PublishedNotes {
  return {
    schemaVersion: 1,
    tool: { name: 'xen-boot-gate', version: VERSION },
    kernels: kernels.map((kernel) => ({ ...kernel, parse: kernel.parse.map(publishParse) })),
  };
}

function publishParse({ container, builds, ...rest }: ParseGroup): PublishedParse {
  return { container, releases: builds.map(({ id }) => id), ...rest };
}
