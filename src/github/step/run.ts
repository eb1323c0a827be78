import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { findCheckout } from './checkout.ts';
import type { Inputs } from './inputs.ts';
import { legName } from './matrix-leg.ts';
import { type Origin, readOrigin } from './origin.ts';

/** What a step reads from its environment. */
export interface Run {
  /** The directory that the paths of a step are relative to. */
  readonly workspace: string;
  /** Where in it the repository is, with `/` at its end; empty for the workspace itself. */
  readonly checkout: string;
  /** Where files go that only the steps of this job read. */
  readonly temp: string;
  /** The workflow that runs, relative to the repository; `null` if unknown. */
  readonly workflow: string | null;
  /** Distinguishes this analysis from those of other steps and jobs, from one run to the next. */
  readonly category: string;
  /** The same in 16 hexadecimal digits: the names in a category may hold anything. */
  readonly key: string;
  /** The repository and commit of the run; `null` if unknown. */
  readonly origin: Origin | null;
  /** The URL of the directory of the rules' pages, where the Action's own repository is known. */
  readonly pages?: string;
}

/** Distinguishes runs, besides their names. */
type Asked = Pick<
  Inputs,
  'kernels' | 'filesFrom' | 'exclude' | 'xen' | 'xenBinary' | 'boot' | 'matrixLeg'
>;

/** @param env the environment: an empty variable counts as unset. */
export function readRun(env: Readonly<Record<string, string | undefined>>, inputs: Asked): Run {
  const category = categoryOf(env, inputs);
  const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: own, GITHUB_ACTION_REF: ref } = env;
  const workspace = env.GITHUB_WORKSPACE || process.cwd();
  return {
    workspace,
    checkout: findCheckout(workspace, env.GITHUB_REPOSITORY),
    temp: env.RUNNER_TEMP || tmpdir(),
    workflow: workflowFile(env.GITHUB_WORKFLOW_REF),
    category,
    key: sha256(category).slice(0, 16),
    origin: readOrigin(env, legName(inputs.matrixLeg)),
    ...(server && own && ref && { pages: `${server}/${own}/blob/${ref}/docs/rules` }),
  };
}

/** `owner/repository/.github/workflows/ci.yml@refs/heads/main` */
function workflowFile(ref = ''): string | null {
  return /^[^/]+\/[^/]+\/(\.github\/workflows\/[^@]+)@/.exec(ref)?.[1] ?? null;
}

/** The legs of a matrix are one job to the runner, and may check one path of several builds. */
function categoryOf(
  { GITHUB_WORKFLOW: workflow, GITHUB_JOB: job, GITHUB_ACTION: step }: NodeJS.ProcessEnv,
  { kernels, filesFrom, exclude, xen, xenBinary, boot, matrixLeg }: Asked,
): string {
  const leg = legName(matrixLeg) === '' ? [] : [matrixLeg];
  const search = filesFrom === null && exclude === null ? [] : [{ filesFrom, exclude }];
  const asked = sha256(
    JSON.stringify([kernels, xen, boot, ...(xenBinary ?? []), ...leg, ...search]),
  );
  return ['xen-boot-gate', workflow, job, step, asked.slice(0, 8)].filter(Boolean).join('/');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
