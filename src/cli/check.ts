import { FAIL_ON, runGate } from '../gate.ts';
import { renderHtml } from '../report/html/page.ts';
import { renderJson } from '../report/json.ts';
import { renderMarkdown } from '../report/markdown.ts';
import type { Report } from '../report/report.ts';
import { renderSarif } from '../report/sarif.ts';
import { renderText } from '../report/text.ts';
import { choose } from '../suggest.ts';
import { RELEASES } from '../xen/releases.ts';
import { parseXenList } from '../xen/targets.ts';
import type { Args } from './args.ts';
import { findKernels, requireOther } from './inputs.ts';
import { complain, EXIT_USAGE, emit, type Io, type Layout, layoutOf } from './io.ts';
import { parseBoot, parseLimits } from './options.ts';
import { progress } from './progress.ts';

const FORMATS = {
  text: renderText,
  json: renderJson,
  markdown: renderMarkdown,
  sarif: (report) => renderSarif(report, { category: report.tool.name }),
  html: (report, _layout, today) => renderHtml(report, today),
} satisfies Record<string, (report: Report, layout: Layout, today: string) => string>;

/** `check PATH…`: judges kernels, prints the report, and answers whether the gate passes. */
export async function check(args: Args, io: Io): Promise<number> {
  const formats = Object.keys(FORMATS) as (keyof typeof FORMATS)[];
  const format = choose('format', args.last('format') ?? 'text', formats);
  const failOn = choose('level for --fail-on', args.last('fail-on') ?? 'fails', FAIL_ON);
  const boot = parseBoot(args);
  const xen = args.all('xen');
  const releases = parseXenList(xen.length === 0 ? ['supported'] : xen, RELEASES, io.today);
  const output = args.last('output');
  const limits = parseLimits(args);

  const { files, problems } = await findKernels(args.positionals);
  requireOther(output, files);
  const tracker = progress(io, files.length);
  const report = await runGate(
    { files, problems, releases, boot, failOn, ...limits },
    tracker.onFile,
  );
  tracker.done();
  await emit(FORMATS[format](report, layoutOf(io, output), io.today), io, output);
  for (const { path, message } of report.problems) complain(io, `${path}: ${message}`);
  if (report.problems.length > 0) return EXIT_USAGE;
  return report.gate.passed ? 0 : 1;
}
