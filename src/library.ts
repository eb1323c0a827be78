/** What `import … from 'xen-boot-gate'` gives. */
import type { Artifact } from './artifacts/artifact.ts';
import { discover } from './artifacts/discover.ts';
import { describeSkipped } from './artifacts/skipped.ts';
import { bytesSource } from './bytes/bytes.ts';
import { requireArguments } from './contract/library-arguments.ts';
import type { PublishedReport } from './contract/published.ts';
import { runGate } from './gate/gate.ts';
import { xenReader } from './gate/xen-binaries.ts';
import { FAIL_ON, NO_POLICY } from './policy/policy.ts';
import { readPolicy } from './policy/policy-file.ts';
import { settle } from './policy/settings.ts';
import { withBinaries } from './policy/with-binaries.ts';
import { dayOf } from './process/today.ts';
import { parseBootList } from './programs/boot-list.ts';
import { RELEASES } from './programs/xen/releases.ts';
import { parseXenList } from './programs/xen/targets.ts';
import { reportParts } from './report/json.ts';
import { quote } from './text/quote.ts';
import { choose } from './text/suggest.ts';
import { UsageError } from './text/usage-error.ts';
import { readMemory } from './xen/read-memory.ts';

export type {
  PublishedKernel,
  PublishedProduct,
  PublishedReport,
  PublishedVerdict,
} from './contract/published.ts';
export type { Finding, GateResult, Problem } from './contract/report.ts';
export { UsageError } from './text/usage-error.ts';
export { VERSION } from './version.ts';

/** A kernel in memory; a report calls it by its name. */
export interface KernelBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is asked of the kernels: the options of `xen-boot-gate check`, with the same defaults. */
export interface CheckOptions {
  /** Releases and products: `['debian-12', '4.17', '>=4.19']`. Default: `['supported']`. */
  readonly xen?: readonly string[];
  /** Boot paths. Default: those that each kernel claims. */
  readonly boot?: readonly string[];
  /** Of dom0, as in `512MiB`. Default: `4GiB`. */
  readonly dom0Memory?: string;
  /** Of a guest, as in `512MiB`. Default: `4GiB`. */
  readonly guestMemory?: string;
  /** What makes `gate.passed` false. Default: `fails`. */
  readonly failOn?: 'fails' | 'warns' | 'never';
  /** The path of a policy file. Default: no policy. */
  readonly policy?: string;
  /** Called with a line about each kind of file in a directory that was not checked. */
  readonly onSkipped?: (line: string) => void;
}

/**
 * Checks kernels, as `xen-boot-gate check --format json` does.
 *
 * @param kernels paths of files, directories and patterns, and kernels in memory.
 * @returns the report, as `schema/report.schema.json` describes it. What cannot be read is in `problems`,
 *   and then `gate.passed` is false.
 * @throws {UsageError} with one sentence, where an argument cannot be used.
 */
export async function check(
  kernels: readonly (string | KernelBytes)[],
  options: CheckOptions = {},
): Promise<PublishedReport> {
  requireArguments(kernels, options);
  const calendar = { releases: RELEASES, today: dayOf(new Date()) };
  const policy =
    options.policy === undefined
      ? NO_POLICY
      : await withBinaries(
          readPolicy(options.policy, calendar),
          xenReader(calendar, () => {}),
        );
  const { xen, boot, failOn, onSkipped = () => {} } = options;
  const overrides = {
    builds: xen && parseXenList(xen, calendar),
    boot: boot && parseBootList(boot),
    failOn: failOn === undefined ? undefined : choose('level for failOn', failOn, FAIL_ON),
    dom0Memory: memoryOf('dom0Memory', options.dom0Memory),
    guestMemory: memoryOf('guestMemory', options.guestMemory),
  };
  const settings = settle(policy, overrides, calendar);
  const paths = kernels.filter((one) => typeof one === 'string');
  const found = await discover(paths, { baseline: policy.baseline?.path });
  for (const line of describeSkipped(found.skipped)) onSkipped(line);
  const inMemory = kernels.filter((one) => typeof one !== 'string').map(artifactOf);
  const unmatched = found.unmatched.map(({ path, message }) => ({ path, message }));
  const report = await runGate({
    ...settings,
    artifacts: [...found.artifacts, ...inMemory],
    problems: [...found.problems, ...unmatched],
  });
  return JSON.parse([...reportParts(report)].join(''));
}

function artifactOf({ name, bytes }: KernelBytes): Artifact {
  return { name, open: () => ({ ...bytesSource(bytes), close: () => {} }) };
}

/** In bytes. */
function memoryOf(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const memory = readMemory(text);
  if ('bytes' in memory) return memory.bytes;
  throw new UsageError(`${option} cannot be ${quote(text)}: ${memory.fault}`);
}
