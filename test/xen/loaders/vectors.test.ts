import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/kernel/bytes.ts';
import { openKernel } from '../../../src/kernel/open.ts';
import { BOOT_PATHS, type BootPath } from '../../../src/xen/boot-path.ts';
import { judge, type Verdict } from '../../../src/xen/judge.ts';
import { RELEASES } from '../../../src/xen/releases.ts';
import { readVectors, releasesIn } from '../../support/vectors.ts';

/** What one loader of some releases answered. */
interface Recorded {
  readonly boot: string;
  readonly releases: readonly string[];
  readonly accepted: boolean;
  /** The declared size or the payload's corruption makes Xen's own result undefined. */
  readonly undefined?: true;
  readonly messages?: readonly string[];
  readonly message?: string;
}

interface Case {
  readonly id: string;
  readonly image: Uint8Array;
  readonly results: readonly Recorded[];
}

const kernels: Case[] = readFileSync('test/vectors/kernels.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
  .map(({ file, results }) => ({
    id: file,
    image: readFileSync(`test/kernels/${file}`),
    results,
  }));

/**
 * And how many of the recorded lines are said. The others: a name of 16 letters and more, of which the
 * hypervisor quotes 15 and the recorder 16; what Xen goes on to say after it has read beyond the
 * file; which of its complaints a decoder has of a stream that is wrong in more than one way.
 */
const FILES: readonly [string, () => Case[], number][] = [
  ['domu', () => readVectors<Recorded>('domu'), 0.99],
  ['dom0', () => readVectors<Recorded>('dom0'), 0.96],
  ['kernels', () => kernels, 1],
];

describe.each(FILES)('the loaders on %s', (_name, cases, said) => {
  it('load what Xen loaded, for every image, release and boot path, and say what it said', async () => {
    const wrong: unknown[] = [];
    const lines = { recorded: 0, said: 0 };
    let compared = 0;
    for (const { id, image, results } of cases()) {
      const verdicts = await judgeAll(image);
      for (const recorded of results) {
        const ours = verdicts.get(recorded.boot as BootPath);
        if (!ours) continue;
        for (const version of releasesIn(recorded.releases)) {
          const verdict = ours.get(version);
          if (!verdict?.supported) continue;
          compared++;
          const loads = recorded.accepted && !recorded.undefined;
          if (verdict.loads !== loads) {
            wrong.push({ id, version, recorded, refusals: verdict.refusals });
            break;
          }
          if (recorded.undefined) continue;
          for (const line of messagesOf(recorded)) {
            lines.recorded++;
            if (verdict.refusals.some(({ xenSays }) => xenSays?.includes(line))) lines.said++;
          }
        }
      }
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(compared).toBeGreaterThan(4_000);
    expect(lines.said / lines.recorded).toBeGreaterThanOrEqual(said);
  });
});

async function judgeAll(image: Uint8Array): Promise<Map<BootPath, Map<string, Verdict>>> {
  const kernel = await openKernel(bytesSource(image));
  return kernel.examine(
    () =>
      new Map(
        BOOT_PATHS.map((boot) => {
          const verdicts = judge(kernel, boot, RELEASES);
          const entries = verdicts.flatMap((verdict) =>
            verdict.releases.map(({ version }) => [version, verdict] as const),
          );
          return [boot, new Map(entries)];
        }),
      ),
  );
}

/** What Xen printed; a page fault is the recorder's word for where it printed nothing. */
function messagesOf({ messages, message }: Recorded): string[] {
  return [...(messages ?? []), ...(message ? [message] : [])]
    .filter((line) => !line.startsWith('page fault (host signal'))
    .map((line) => line.trim());
}
