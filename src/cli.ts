#!/usr/bin/env node
import { main } from './cli/main.ts';
import { programName } from './cli/program.ts';
import { tolerateClosed } from './process/closed-streams.ts';
import { eraseLineOnSignal } from './process/erase-line.ts';
import { dayOf } from './process/today.ts';
import { RELEASES } from './programs/xen/releases.ts';
import { serveHere, threadsOf } from './threads/worker-thread.ts';

tolerateClosed([process.stdout], (error) => {
  process.stderr.write(`xen-boot-gate: cannot write the result: ${error.message}\n`);
  process.exitCode = 2;
});
// The exit code reports the same for readers without the output.
tolerateClosed([process.stderr], () => {});

if (!serveHere()) await run();

async function run(): Promise<void> {
  const workspace = currentDirectory();
  const start = threadsOf(new URL(import.meta.url));
  const code = await main(process.argv.slice(2), {
    // Opened where a command reads it.
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    program: programName(process.argv[1] ?? '', workspace),
    workspace,
    now: () => performance.now(),
    startThread: (events) => {
      eraseLineOnSignal(process.stderr);
      return start(events);
    },
    // Looked at where a command needs it, so that a wrong clock is a mistake like any other.
    get calendar() {
      return { releases: RELEASES, today: dayOf(new Date()) };
    },
  });
  // Not process.exit(): what is written must arrive first. A failed write has set its own code.
  process.exitCode ??= code;
}

/** The root where the directory of the user is gone. */
function currentDirectory(): string {
  try {
    return process.cwd();
  } catch {
    return '/';
  }
}
