import { FAIL_ON } from '../policy/policy.ts';
import { BOOT_PATHS } from '../programs/boot-path.ts';
import type { Args, OptionSpecs } from './args.ts';
import { check } from './check.ts';
import { demo } from './demo.ts';
import { explain } from './explain.ts';
import type { Io } from './io.ts';
import { merge } from './merge.ts';
import { notes } from './notes.ts';
import {
  DOM0_MEMORY,
  EXCLUDE,
  FILES_FROM,
  FORMAT,
  GUEST_MEMORY,
  JOBS,
  MAX_DICTIONARY,
  MAX_TIME,
  OUTPUT,
  QUIET,
  XEN_BINARY,
} from './options.ts';
import { RELEASE_LIST } from './release-list.ts';
import { targets } from './targets.ts';

/** A command: what its help says, and what runs it. */
export interface Command {
  /** What follows its name. */
  readonly operands: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What its own help says besides its options. */
  readonly details: string;
  readonly options: OptionSpecs;
  /** @returns the exit code */
  readonly run: (args: Args, io: Io) => Promise<number>;
}

export const COMMANDS = {
  check: {
    operands: '[PATH…]',
    summary: 'may these kernels ship?',
    details: `A PATH is a file, a directory or a pattern with * ? [a-z] ** and {a,b}. A named
file is always checked. In a directory only kernels are checked; standard error
lists the skipped files. Of a package or an archive, the kernels in it are
checked; x.deb!/boot/vmlinuz names one. Each PATH, and each of {a,b}, must give
a kernel.
The default for PATH is the kernels of the policy.

A GLOB of --exclude is compared with whole paths: **/*.old matches in every
directory. In a list for --files-from, NULs separate the paths; without a NUL,
line ends do. Its paths are no patterns.

With --format NAME=FILE, a result is written to FILE; the text is printed, too.

Boot paths are pv-dom0, pvh-dom0, pv-domu and pvh-domu, which auto stands for,
and pygrub-domu, pvgrub-domu and pvhgrub-domu. The last two may name a release
of GRUB: pvgrub-domu@2.06, or @all. Without one it is the GRUB of the product,
or else the newest.

${RELEASE_LIST}

Exit code: 0 the gate passes, 1 it fails, 2 usage error or an input that cannot
be read. With --shard it is 0 where there is a report: merge decides.`,
    options: {
      exclude: EXCLUDE,
      'files-from': FILES_FROM,
      xen: { value: 'LIST', help: 'Xen releases to check (default supported)' },
      'xen-binary': XEN_BINARY,
      boot: {
        value: 'LIST',
        values: [...BOOT_PATHS, 'auto'],
        help: 'boot paths, or auto: those that the kernel claims (default auto)',
      },
      'dom0-memory': DOM0_MEMORY,
      'guest-memory': GUEST_MEMORY,
      format: FORMAT,
      output: OUTPUT,
      quiet: QUIET,
      'fail-on': {
        value: 'LEVEL',
        values: FAIL_ON,
        help: 'fails, warns or never (default fails)',
      },
      policy: {
        value: 'FILE',
        help: 'policy file (docs/policy.md), or none; other options override it',
      },
      'warn-before-expiry': {
        value: 'DAYS',
        help: 'report waivers that expire within DAYS days (default 14)',
      },
      jobs: JOBS,
      'max-dictionary': MAX_DICTIONARY,
      'max-time': MAX_TIME,
      shard: {
        value: 'I/N',
        help: 'check the I-th of N parts; merge joins their JSON reports',
      },
    },
    run: check,
  },
  notes: {
    operands: 'PATH…',
    summary: 'what does Xen read from their notes, release by release?',
    details: `Prints the Xen notes of kernels, decoded, and which releases accept them.

${RELEASE_LIST}`,
    options: {
      exclude: EXCLUDE,
      'files-from': FILES_FROM,
      xen: { value: 'LIST', help: 'Xen releases (default every)' },
      format: { value: 'FORMAT', values: ['text', 'json'], help: 'text or json (default text)' },
      output: OUTPUT,
      'max-dictionary': MAX_DICTIONARY,
      'max-time': MAX_TIME,
    },
    run: notes,
  },
  explain: {
    operands: '[RULE]',
    summary: 'what a finding means and how to fix it',
    details: 'Prints the page of a rule; without one, the list of rules.',
    options: {},
    run: explain,
  },
  targets: {
    operands: '[NAME]',
    summary: 'releases, products, boot paths, differences; one in full',
    details: `Prints the releases by series, the boot paths, the products, and the
differences that a build may have. With the NAME of a release, a product, a boot
path or a difference, or with grub or pvgrub-domu@2.06, prints it in full.

${RELEASE_LIST}`,
    options: {
      xen: { value: 'LIST', help: 'print the releases that LIST stands for' },
      'xen-binary': XEN_BINARY,
    },
    run: targets,
  },
  merge: {
    operands: 'REPORT…',
    summary: 'one decision from the reports of shards',
    details: `Joins the JSON reports of check --shard 1/N to N/N, in any order, to the report
that check without --shard would have given. A REPORT is a file, a pattern, or a
directory with files *.json in it. All must be of this version, and of shards
with the same files, targets and policy; their fail-on holds. Where a shard is
missing, the report says so, and can be merged again.

Exit code: 0 the gate passes, 1 it fails, 2 usage error, a shard that is
missing, or an input that could not be read.`,
    options: { format: FORMAT, output: OUTPUT, quiet: QUIET },
    run: merge,
  },
  demo: {
    operands: '',
    summary: 'the check on a bundled sample',
    details: 'Checks a bundled sample on every release, and explains the result.',
    options: {},
    run: demo,
  },
} satisfies Record<string, Command>;

export type CommandName = keyof typeof COMMANDS;

export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[];
