import { posix } from 'node:path';
import { decodeText } from '../../files/text-file.ts';
import { loadPolicy } from '../../policy/load.ts';
import { NO_POLICY, type Policy, type PolicyFile, type TargetFilter } from '../../policy/policy.ts';
import { MAX_POLICY } from '../../policy/policy-file.ts';
import { USUAL_PATHS } from '../../policy/usual-paths.ts';
import { mapFilters } from '../../policy/with-binaries.ts';
import { refuseOutside } from '../../policy/workspace-policy.ts';
import type { Calendar } from '../../programs/xen/targets.ts';
import { fileInside } from '../../report/file-inside.ts';
import { quote } from '../../text/quote.ts';
import { UsageError } from '../../text/usage-error.ts';
import { type Commit, MAX_CONTENT, readContent } from '../api/contents.ts';
import { patiently } from '../api/patience.ts';
import { explainReading } from '../api/reading.ts';
import { isToken } from '../api/token.ts';
import type { Run } from '../step/run.ts';

/** How long all of it may take, in milliseconds, and one answer. */
const DEADLINE_MS = 120_000;
const ANSWER_MS = 60_000;

/** Where a policy is looked for. */
export interface BaseRequest {
  readonly commit: Commit;
  /** The input `policy`: a path of the workspace; `null` for where a policy usually is. */
  readonly named: string | null;
  readonly run: Pick<Run, 'workspace' | 'checkout'>;
  readonly token: string;
  readonly calendar: Calendar;
}

/** A policy, and the path in the repository that it was read from; `null` for none. */
export interface BasePolicy {
  readonly policy: Policy;
  readonly path: string | null;
}

/** Reads a file of the commit, up to a limit in bytes; `null` where it has none. */
type ReadFile = (path: string, limit: number) => Promise<Uint8Array | null>;

/**
 * The policy as a commit has it, and its baseline where that is in the repository, read by GitHub's
 * API. Nothing of the workspace counts: a pull request may have written all of it.
 *
 * @throws {UsageError} where it cannot be read, or cannot be used. If there is no file, there is no policy.
 */
export async function readBasePolicy(request: BaseRequest): Promise<BasePolicy> {
  const { named, run, calendar, commit } = request;
  const readFile = await openCommit(request);
  const found = await findPolicy(readFile, named === null ? null : inRepository(named, run));
  if (found === null) return { policy: NO_POLICY, path: null };
  const { path, bytes } = found;
  const name = `${path}@${commit.sha.slice(0, 12)}`;
  const policy = loadPolicy(textOf(bytes, name), name, calendar, refuseOutside);
  const whole = await withBaseline(policy, request, readFile);
  return {
    policy: await mapFilters(whole, (filter) => withXenFiles(filter, request, readFile)),
    path,
  };
}

async function findPolicy(
  readFile: ReadFile,
  named: string | null,
): Promise<{ path: string; bytes: Uint8Array } | null> {
  const found = [];
  for (const path of named === null ? USUAL_PATHS : [named]) {
    const bytes = await readFile(path, MAX_POLICY);
    if (bytes !== null) found.push({ path, bytes });
  }
  const [first = null, ...more] = found;
  if (more.length === 0) return first;
  throw new UsageError(
    `the base has ${found.map(({ path }) => path).join(' and ')}: keep one of them, or name one in the input "policy"`,
  );
}

/** The files of Xen of a target, as a baseline is read. */
async function withXenFiles(
  filter: TargetFilter,
  request: BaseRequest,
  readFile: ReadFile,
): Promise<TargetFilter> {
  const binaries: PolicyFile[] = [];
  for (const file of filter.binaries) {
    binaries.push(await fromBase(file, 'file of Xen', request, readFile));
  }
  return { ...filter, binaries };
}

async function withBaseline(
  policy: Policy,
  request: BaseRequest,
  readFile: ReadFile,
): Promise<Policy> {
  const { baseline } = policy;
  if (baseline === null) return policy;
  return { ...policy, baseline: await fromBase(baseline, 'baseline', request, readFile) };
}

/** A file outside the checkout is not from the repository: the workflow brought it there. */
async function fromBase(
  file: PolicyFile,
  what: string,
  { run, commit }: BaseRequest,
  readFile: ReadFile,
): Promise<PolicyFile> {
  const path = repositoryPath(file.path, run);
  if (path === null) return file;
  const content = await readFile(path, MAX_CONTENT);
  if (content !== null) return { ...file, content };
  throw new UsageError(
    `the ${what} ${quote(file.path)} is not in the base commit ${commit.sha}, from which "policy-from: base" reads it`,
  );
}

function inRepository(path: string, run: BaseRequest['run']): string {
  const found = repositoryPath(path, run);
  if (found !== null) return found;
  throw new UsageError(
    `"policy-from: base" cannot read the policy ${quote(path)}: the path is not in the checked-out repository`,
  );
}

/** A path of the workspace as one of the repository; `null` for one that is not in its checkout. */
function repositoryPath(path: string, { workspace, checkout }: BaseRequest['run']): string | null {
  const file = fileInside(workspace, path);
  if (file === null || !file.startsWith(checkout)) return null;
  return posix.normalize(file.slice(checkout.length));
}

function textOf(bytes: Uint8Array, name: string): string {
  try {
    return decodeText(bytes);
  } catch (error) {
    throw new UsageError(`the policy ${quote(name)} cannot be used: ${(error as Error).message}`);
  }
}

/** Opens the API, whose client takes time to load. */
async function openCommit({ commit, token }: BaseRequest): Promise<ReadFile> {
  const cannot = (what: string, why: string) =>
    new UsageError(`"policy-from: base" cannot read ${what} of the base ${commit.sha}: ${why}`);
  if (!isToken(token)) throw cannot('the policy', 'the input "github-token" is empty');
  const { connect } = await import('../api/client.ts');
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  const client = connect(token, deadline, ANSWER_MS);
  return async (path, limit) => {
    try {
      return await patiently(() => readContent(client, commit, path, limit), deadline);
    } catch (error) {
      throw cannot(quote(path), explainReading(error));
    }
  };
}
