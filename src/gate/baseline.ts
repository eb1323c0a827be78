import { type Artifact, fileArtifact, readArtifact } from '../artifacts/artifact.ts';
import { type ByteSource, bytesSource } from '../bytes/bytes.ts';
import { latin1 } from '../bytes/latin1.ts';
import { isReport } from '../contract/is-report.ts';
import { type PublishedKernel, publishKernel } from '../contract/published.ts';
import { FileError } from '../files/file-source.ts';
import { decodeText } from '../files/text-file.ts';
import type { PolicyFile } from '../policy/policy.ts';
import { checkSource, type Limits, type Question } from './kernel-report.ts';
import { parseJson } from './parse-json.ts';

/** Of a report, in bytes: that of eighty kernels on every release has some 4 MiB. */
const MAX_REPORT = 16 * 1024 * 1024;

/** No kernel begins with these: perhaps a byte order mark, of UTF-8 or UTF-16, and a brace. */
const JSON_START = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*\{/;

/** The file of a baseline, or its content where that was read elsewhere. */
export function baselineArtifact({ path, content }: PolicyFile): Artifact {
  if (!content) return fileArtifact(path);
  return { name: path, open: () => ({ ...bytesSource(content), close: () => {} }) };
}

/**
 * The kernels of a baseline: those of a JSON report of ours, or a kernel, checked as it is asked now.
 *
 * @throws {Error} with a clause that follows the name, where it is neither.
 */
export function readBaseline(
  artifact: Artifact,
  request: Question & Limits,
): Promise<PublishedKernel[]> {
  return readArtifact(artifact, async (source) => {
    if (JSON_START.test(latin1(source.read(0, 64)))) return readReport(source);
    const kernel = await checkSource(source, artifact.name, request);
    if (kernel.format !== null) return [publishKernel(kernel)];
    throw new Error('cannot be the baseline: it is neither a JSON report nor a kernel');
  });
}

function readReport(source: ByteSource): PublishedKernel[] {
  if (source.size > MAX_REPORT) {
    throw new FileError(`has ${source.size} bytes, more than the limit of ${MAX_REPORT}`);
  }
  const report = parseJson(decodeText(source.read(0, source.size)));
  if (isReport(report)) return [...report.kernels];
  throw new Error(`cannot be the baseline: it is ${describeOther(report)}`);
}

function describeOther(data: unknown): string {
  const { schemaVersion } = Object(data) as { schemaVersion?: unknown };
  return schemaVersion === 1
    ? 'a report with schemaVersion 1 that does not match its schema; regenerate it with this version of the program'
    : 'not a JSON report of this program with schemaVersion 1';
}
