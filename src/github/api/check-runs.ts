import { type Annotation, type Lines, linesOf } from '../publish/annotations.ts';
import { readId } from './answers.ts';
import type { Client } from './client.ts';

/** A check run that is done. */
export interface CheckRunRequest extends CheckRunText {
  readonly repository: { readonly owner: string; readonly repo: string };
  readonly headSha: string;
  readonly name: string;
  /** Distinguishes it from others of its name; GitHub does not show it. */
  readonly externalId: string;
  /** The page of the run behind it. */
  readonly detailsUrl: string;
}

/** What it says. */
export interface CheckRunText {
  /** `skipped` does not prevent a merge. */
  readonly conclusion: 'success' | 'failure' | 'skipped';
  readonly title: string;
  /** Markdown, of up to 65,535 characters. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
}

/** What one request may bring; the next ones add to it. */
const BATCH = 50;

/** Where an annotation without a file stands: the runner puts its own there. */
const NO_FILE = '.github';

/**
 * Writes a new check run: the result with the first annotations, then the others. Where that breaks
 * off, it must be created again: GitHub shows the newest of a name.
 *
 * @throws what Octokit throws.
 */
export async function putCheckRun(client: Client, request: CheckRunRequest): Promise<void> {
  const { repository, title, summary } = request;
  const [first = [], ...others] = batchesOf(request.annotations);
  const { data } = await client.rest.checks.create({
    ...repository,
    name: request.name,
    head_sha: request.headSha,
    external_id: request.externalId,
    details_url: request.detailsUrl,
    status: 'completed',
    conclusion: request.conclusion,
    output: { title, summary, annotations: first },
  });
  for (const annotations of others) {
    const output = { title, summary, annotations };
    await client.rest.checks.update({ ...repository, check_run_id: readId(data), output });
  }
}

function batchesOf(annotations: readonly Annotation[]) {
  return Array.from({ length: Math.ceil(annotations.length / BATCH) }, (_, at) =>
    annotations.slice(at * BATCH, (at + 1) * BATCH).map(describe),
  );
}

const LEVELS = { error: 'failure', warning: 'warning', notice: 'notice' } as const;

/** GitHub asks for a line; what is said of a whole file stands at its first. */
const FIRST_LINE: Lines = { startLine: 1, endLine: 1 };

function describe({ level, title, message, file, region }: Annotation) {
  const { startLine, endLine, startColumn, endColumn } = region ? linesOf(region) : FIRST_LINE;
  return {
    path: file ?? NO_FILE,
    start_line: startLine,
    end_line: endLine,
    ...(startColumn && { start_column: startColumn }),
    ...(endColumn && { end_column: endColumn }),
    annotation_level: LEVELS[level],
    title,
    message,
  };
}
