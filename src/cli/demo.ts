import { bytesSource } from '../bytes/bytes.ts';
import { sampleKernel } from '../demo/sample.ts';
import { makeReport } from '../gate/gate.ts';
import { checkSource } from '../gate/kernel-report.ts';
import { NO_POLICY } from '../policy/policy.ts';
import { settle } from '../policy/settings.ts';
import { parseBootList } from '../programs/boot-list.ts';
import { withDates } from '../programs/xen/dates.ts';
import { parseXenList } from '../programs/xen/targets.ts';
import { renderText } from '../report/text/text.ts';
import { wrap } from '../text/wrap.ts';
import type { Args } from './args.ts';
import { type Io, layoutOf } from './io.ts';

const BEFORE = [
  'On 20 December 2013 xen-devel read "Xen 4.1 + Linux compiled with PVH == BOOM": a Linux with ' +
    'support for the new PVH mode no longer booted on Xen 4.1, neither as dom0 nor as domU. Here ' +
    'is the check of that kernel on every Xen release since 4.0.',
];

const AFTER = [
  'Why it broke: FEATURES is a list of names, and the new kernel had a new one in it, ' +
    'hvm_callback_vector. It was optional, but Xen 4.0 and 4.1 give up at any name that they do ' +
    'not know, and libelf does not print a word about it. That the kernel is no bzImage the ' +
    'toolstack of those days said of every ELF file.',
  withDates(
    'What ended it: {commit tolerates-unknown-features}, in {since tolerates-unknown-features}, made ' +
      'Xen pass over optional names that it does not know; {commit feature-hvm-callback-vector}, in ' +
      '{since feature-hvm-callback-vector}, taught it this one.',
  ),
  'The two ways out that were discussed for 4.1: tolerate unknown optional names there too, or ' +
    'backport the name. Neither was released. Mainline Linux kept the name out of FEATURES and ' +
    'announces it in SUPPORTED_FEATURES, a note that old releases pass over.',
  'Try it on a kernel of yours:',
];

/** On a line of its own, however long: it is there to be pasted. */
const nextCommand = (program: string) =>
  `  ${program} check --xen products,supported /boot/vmlinuz-*\n`;

/** `demo`: the check on a bundled sample. It shows a failure, and does not fail. */
export async function demo(_args: Args, io: Io): Promise<number> {
  const layout = layoutOf(io);
  const overrides = {
    builds: parseXenList(['every'], io.calendar),
    boot: parseBootList(['pv-dom0', 'pv-domu']),
  };
  const settings = settle(NO_POLICY, overrides, io.calendar);
  const kernel = await checkSource(bytesSource(sampleKernel()), 'vmlinux-2013-12-20', settings);
  const prose = (paragraphs: readonly string[]) =>
    paragraphs.map((text) => `${wrap(text, layout.width).join('\n')}\n`).join('\n');
  const report = makeReport({ kernels: [kernel], problems: [], before: [] }, settings);
  const parts = [prose(BEFORE), renderText(report, layout), prose(AFTER), nextCommand(io.program)];
  io.stdout.write(parts.join('\n'));
  return 0;
}
