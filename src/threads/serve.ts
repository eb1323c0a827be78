import { type Artifact, fileArtifact } from '../artifacts/artifact.ts';
import { insideArtifacts } from '../artifacts/inside-artifacts.ts';
import { type Answer, type Asked, checkInTurn, NO_FOLLOWER } from '../gate/check-all.ts';
import { startTime } from '../gate/time-limit.ts';
import type { XenBuild } from '../programs/xen/xen-build.ts';
import type { FromThread, PlainAnswer, ToThread, Unit } from './messages.ts';
import { askedOfPlain, buildsOf } from './plain-asked.ts';
import { plainReport } from './plain-report.ts';

/** The other end of a thread. */
export interface Port {
  on(event: 'message', take: (message: ToThread) => void): unknown;
  postMessage(message: FromThread): void;
}

/** Checks what comes through a port, one unit after another, for as long as there is one. */
export function serve(port: Port): void {
  let asked: Asked | null = null;
  let builds: readonly XenBuild[] = [];
  port.on('message', (message) => {
    if (message.kind === 'asked') {
      asked = askedOfPlain(message.asked);
      builds = buildsOf(asked);
      port.postMessage({ kind: 'ready' });
      return;
    }
    if (asked === null) return;
    const { unit, timeLeft } = message;
    const limits = timeLeft && {
      checkTime: startTime(timeLeft.max, () => performance.now(), timeLeft.left),
    };
    const answer = (_: number, one: Answer) =>
      port.postMessage({ kind: 'answer', answer: plainAnswer(one, builds) });
    void checkUnit(unit, { ...asked, ...limits }, answer);
  });
}

async function checkUnit(
  unit: Unit,
  asked: Asked,
  answer: (place: number, answer: Answer) => void,
): Promise<void> {
  const artifacts = artifactsOf(unit, asked);
  const tasks = artifacts.map((artifact, i) => ({ artifact, lost: unit.tasks[i]?.lost ?? [] }));
  await checkInTurn(tasks, asked, answer, NO_FOLLOWER);
}

function artifactsOf({ path, tasks }: Unit, asked: Asked): readonly Artifact[] {
  const { checkTime = () => {}, maxDictionary } = asked;
  const inside = tasks.flatMap(({ name, at, container }) => (at ? [{ name, at, container }] : []));
  return inside.length > 0
    ? insideArtifacts(path, inside, { checkTime, maxDictionary })
    : [fileArtifact(path)];
}

function plainAnswer(answer: Answer, builds: readonly XenBuild[]): PlainAnswer {
  if (answer.kind === 'checked') {
    return { kind: 'checked', report: plainReport(answer.report, builds) };
  }
  if (answer.kind === 'failed') return answer;
  return { kind: 'out-of-time', message: answer.error.message };
}
