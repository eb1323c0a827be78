import { createHash } from 'node:crypto';
import { bytesSource, UnreadableError } from '../src/bytes/bytes.ts';
import type { Report } from '../src/contract/report.ts';
import { makeReport } from '../src/gate/gate.ts';
import { checkSource } from '../src/gate/kernel-report.ts';
import { NO_POLICY } from '../src/policy/policy.ts';
import { settle } from '../src/policy/settings.ts';
import { parseBootList } from '../src/programs/boot-list.ts';
import { BOOT_PATHS } from '../src/programs/boot-path.ts';
import { reportParts } from '../src/report/json.ts';
import { CALENDAR, EVERY_BUILD } from '../test/support/builds.ts';

/** With a day of its own: reports do not change with the clock. */
export { CALENDAR } from '../test/support/builds.ts';

export const SETTINGS = settle(
  NO_POLICY,
  { builds: EVERY_BUILD, boot: parseBootList(BOOT_PATHS) },
  CALENDAR,
);

/** What the gate made of a file. */
export interface Outcome {
  readonly report: Report | null;
  /** SHA-256 of the JSON report, or the sentence why there is none. */
  readonly digest: string;
  /** What was thrown and should not have been. */
  readonly crash: string | null;
}

/** Checks a file on every release and boot path. */
export async function reportOf(file: Uint8Array): Promise<Outcome> {
  try {
    const kernel = await checkSource(bytesSource(file), 'kernel', SETTINGS);
    const report = makeReport({ kernels: [kernel], problems: [], before: null }, SETTINGS);
    const sum = createHash('sha256');
    for (const part of reportParts(report)) sum.update(part);
    return { report, digest: sum.digest('hex'), crash: null };
  } catch (error) {
    const { message, stack } = error as Error;
    // One clear sentence, which the gate reports as the problem of this file.
    const crash = error instanceof UnreadableError ? null : `it threw ${stack}`;
    return { report: null, digest: message, crash };
  }
}
