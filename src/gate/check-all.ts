import { type Artifact, readArtifact } from '../artifacts/artifact.ts';
import type { KernelReport } from '../contract/report.ts';
import { describeError } from '../files/file-error.ts';
import type { Settings } from '../policy/settings.ts';
import type { BootPath } from '../programs/boot-path.ts';
import { checkSource, type Limits, type Question } from './kernel-report.ts';
import { OutOfTimeError } from './time-limit.ts';
import { readUnifiedXen, type UnifiedXen } from './unified-xen.ts';

/** One artifact of a run, to be checked. */
export interface Task {
  readonly artifact: Artifact;
  /** Boot paths that the same kernel claimed before, and does not claim now. Default: none. */
  readonly lost?: readonly BootPath[];
}

/** What all tasks of a run have in common. */
export type Asked = Omit<Question, 'lost' | 'refusals'> & Limits & Pick<Settings, 'releases'>;

/** What became of a task. */
export type Answer = { readonly kind: 'checked'; readonly report: KernelReport } | Failure;

/** Why something was not checked. */
export type Failure =
  /** `message` is a clause that follows the name of the artifact. */
  | { readonly kind: 'failed'; readonly message: string }
  /** the time of the run was over before it was checked */
  | { readonly kind: 'out-of-time'; readonly error: OutOfTimeError };

/** Follows the work of a run. */
export interface Follower {
  /** The check of an artifact begins; several may be under way. */
  readonly onStart: (name: string) => void;
  /** One was checked, or could not be. */
  readonly onEnd: () => void;
}

export const NO_FOLLOWER: Follower = { onStart: () => {}, onEnd: () => {} };

/**
 * Checks all tasks, and hands over the answer to each, once, with the place of its task; in any order.
 * Never throws.
 */
export type CheckAll = (
  tasks: readonly Task[],
  asked: Asked,
  answer: (place: number, answer: Answer) => void,
  follower: Follower,
) => Promise<void>;

/** One after another, in this thread. */
export const checkInTurn: CheckAll = async (tasks, asked, answer, { onStart, onEnd }) => {
  let over: Failure | null = null;
  for (const [place, task] of tasks.entries()) {
    if (over !== null) {
      answer(place, over);
      continue;
    }
    onStart(task.artifact.name);
    const result = await checkTask(task, asked);
    answer(place, result);
    if (result.kind === 'out-of-time') over = result;
    else onEnd();
  }
};

/** Checks one artifact. Never throws. */
export async function checkTask(task: Task, asked: Asked): Promise<Answer> {
  try {
    return { kind: 'checked', report: await check(task, asked) };
  } catch (error) {
    return failureOf(error);
  }
}

/** What an error of a check comes to. */
export function failureOf(error: unknown): Failure {
  if (error instanceof OutOfTimeError) return { kind: 'out-of-time', error };
  return { kind: 'failed', message: describeError(error) };
}

async function check({ artifact, lost = [] }: Task, asked: Asked): Promise<KernelReport> {
  const { name, container } = artifact;
  const question = { ...asked, lost, ...(await aroundOf(artifact, asked)) };
  const { path, ...report } = await readArtifact(artifact, (source) =>
    checkSource(source, name, question),
  );
  return { path, ...(container && { container: container.format }), ...report };
}

/** The kernel in a unified image of Xen is for that Xen, whatever else is asked. */
async function aroundOf(
  { container }: Artifact,
  { targets, releases, checkTime = () => {} }: Asked,
): Promise<Partial<UnifiedXen>> {
  if (container?.format !== 'xen-unified') return {};
  return readUnifiedXen(container, targets, releases, checkTime);
}
