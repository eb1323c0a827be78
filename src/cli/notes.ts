import { type Artifact, readArtifact } from '../artifacts/artifact.ts';
import { type KernelNotes, publishNotes } from '../contract/notes.ts';
import type { Problem } from '../contract/report.ts';
import { sharing } from '../contract/sharing.ts';
import type { Parts } from '../files/write-parts.ts';
import { eachArtifact } from '../gate/each-artifact.ts';
import { exclusions } from '../glob/exclusions.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { describeFile, nameFile } from '../kernel/name-file.ts';
import { type OpenOptions, openKernel } from '../kernel/open.ts';
import { streamsOf } from '../kernel/streams.ts';
import { parseXenList } from '../programs/xen/targets.ts';
import type { XenBuild } from '../programs/xen/xen-build.ts';
import { jsonParts } from '../report/json.ts';
import { type NotesOptions, notesParts } from '../report/text/notes-text.ts';
import { choose } from '../text/suggest.ts';
import { notesReport } from '../xen/notes-report.ts';
import { PATTERNS } from '../xen/patterns.ts';
import type { Args } from './args.ts';
import { findKernels, requireOther } from './inputs.ts';
import { complain, EXIT_USAGE, emit, type Io, layoutOf } from './io.ts';
import { parseLimits } from './options.ts';
import { listedPaths, listFiles } from './path-lists.ts';

const FORMATS = {
  text: notesParts,
  json: (kernels) => jsonParts(publishNotes(kernels)),
} satisfies Record<string, (kernels: readonly KernelNotes[], options: NotesOptions) => Parts>;

/** `notes PATH…`: the Xen notes of kernels, and what each release reads from them. */
export async function notes(args: Args, io: Io): Promise<number> {
  const formats = Object.keys(FORMATS) as (keyof typeof FORMATS)[];
  const format = choose('format', args.last('format') ?? 'text', formats);
  const xen = args.all('xen');
  const upstream = parseXenList(['every'], io.calendar);
  const builds = xen.length === 0 ? upstream : parseXenList(xen, io.calendar);
  const output = args.last('output');
  const limits = parseLimits(args, io);

  const found = await findKernels(args.positionals, io, {
    ...limits,
    listed: await listedPaths(args, io),
    exclusions: exclusions(args.all('exclude')),
  });
  requireOther(output, [...found.files, ...listFiles(args)]);
  const kernels: KernelNotes[] = [];
  const share = sharing();
  const problems: Problem[] = [...found.problems];
  await eachArtifact(found.artifacts, problems, async (artifact) => {
    const read = await readNotes(artifact, builds, limits, io);
    kernels.push({ ...read, parse: share(read.parse) });
  });
  emit(FORMATS[format](kernels, { ...layoutOf(io, output), upstream }), io, output);
  for (const { path, message } of problems) complain(io, `${path}: ${message}`);
  return problems.length > 0 ? EXIT_USAGE : 0;
}

function readNotes(
  artifact: Artifact,
  builds: readonly XenBuild[],
  limits: OpenOptions,
  io: Io,
): Promise<KernelNotes> {
  return readArtifact(artifact, async (source) => {
    const { name } = artifact;
    const kernel = await openKernel(source, { ...limits, patterns: PATTERNS });
    if (kernel.elf === null) complain(io, `${name}: ${describeUnreached(kernel)}`);
    return { path: name, ...(await kernel.examine(() => notesReport(kernel, builds))) };
  });
}

/** Why there are no notes to read, as a clause that follows the path. */
function describeUnreached(kernel: Kernel): string {
  const named = nameFile(kernel);
  if (named !== null) return `is ${describeFile(named)}, not a kernel`;
  const fault = streamsOf(kernel).find((stream) => stream.fault !== null)?.fault;
  if (fault) return `cannot be decompressed: ${fault.detail}`;
  if (kernel.format === null) return 'is neither a bzImage nor an ELF file';
  return 'its payload holds no ELF file';
}
