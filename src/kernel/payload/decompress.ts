import { UnreadableError } from '../../bytes/bytes.ts';
import { MarkSearch, NO_PATTERNS, type Patterns } from '../../bytes/marks.ts';
import type { Contents } from '../kernel.ts';
import { type CompressedStream, decode } from './decode.ts';
import { planHeaders } from './header-plan.ts';
import { HeldPages, MAX_HELD, PAGE_SIZE, PageFault, type Range } from './held-pages.ts';
import { timedSource } from './work-budget.ts';

/** `XC_DOM_DECOMPRESS_MAX` of Xen's toolstack: it decompresses no more than this, in bytes. */
export const MAX_DECOMPRESSED = 1024 * 1024 * 1024;

/** Always held, in bytes: all of the setup code of a bzImage, and the headers of any kernel. */
const HEAD = 256 * 512;

/** What is planned may take half of the room; the other half is for what only a run shows. */
const MAX_PLANNED = MAX_HELD / 2;

/** How often one stream is decompressed, the first time counted. */
const MAX_PASSES = 16;

/**
 * Decompresses a stream to its end once, which verifies its checksums and gives its size. Holds its
 * first 128 KiB, and the parts of an ELF file that kernels need.
 *
 * @param patterns what is looked for in it on the way
 */
export async function decompressStream(
  stream: CompressedStream,
  patterns: Patterns = NO_PATTERNS,
): Promise<Contents> {
  const pages = new HeldPages();
  const search = new MarkSearch(patterns);
  pages.want({ offset: 0, length: HEAD });
  const decoded = await decode(stream, MAX_DECOMPRESSED, (chunk, position) => {
    // A chunk may show that another part of it is needed: offer it until nothing is new.
    while (pages.offer(chunk, position)) wantPlanned(pages);
    search.feed(chunk, position);
  });
  const { fault, size } = decoded;
  pages.finish(size);
  const content = timedSource(pages.source(fetcher(stream, pages, size)), stream.budget.checkTime);
  const marks = () => search.marks;
  return fault
    ? { size: null, consumed: null, fault, remarks: [], content, marks }
    : { size, consumed: decoded.consumed, fault, remarks: decoded.remarks, content, marks };
}

/** {@link Kernel.examine} */
export async function examine<T>(run: () => T): Promise<T> {
  for (;;) {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof PageFault)) throw error;
      await error.fetch();
    }
  }
}

/** Marks what the held part of an ELF file shows to be needed. */
function wantPlanned(pages: HeldPages): void {
  for (const range of planHeaders((part) => pages.peek(part))) {
    // No output is beyond this limit, but a 64-bit number from a file may be.
    if (range.offset < MAX_DECOMPRESSED) pages.want(range, MAX_PLANNED);
  }
}

/** Brings the parts of a stream that are asked for, each time with one more pass over it. */
function fetcher(
  stream: CompressedStream,
  pages: HeldPages,
  size: number,
): (range: Range) => Promise<void> {
  let passes = 1;
  return async (range) => {
    passes++;
    if (passes > MAX_PASSES) {
      throw new UnreadableError(
        `The payload refers to parts of itself that are too far apart: ${MAX_PASSES} passes did not read them all.`,
      );
    }
    stream.budget.requireLeft(size);
    if (!pages.want(range)) {
      throw new UnreadableError(
        `The payload refers to more than ${MAX_HELD >> 20} MiB of itself, more than is held in memory.`,
      );
    }
    wantPlanned(pages);
    // Each pass reads further ahead than the one before: a walk over all that may be held ends well
    // within the passes.
    const ahead = PAGE_SIZE * 2 ** passes;
    pages.want({ offset: range.offset, length: range.length + ahead });
    const decoded = await decode(stream, MAX_DECOMPRESSED, (chunk, position) => {
      pages.offer(chunk, position);
    });
    if (decoded.size !== size || !pages.holds(range)) {
      throw new UnreadableError('The file changed while it was read.');
    }
  };
}
