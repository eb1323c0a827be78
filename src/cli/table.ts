import { wrap } from '../text/wrap.ts';

const GAP = 2;
/** Narrower than this no text can be read. */
const LEAST_TEXT = 24;

/**
 * Columns two spaces apart, the first row being their names. The last column is wrapped, so that no
 * line is longer than `width`.
 */
export function table(
  rows: readonly (readonly string[])[],
  width: number,
  paintHead: (text: string) => string,
): string {
  const count = rows[0]?.length ?? 0;
  const widths = Array.from({ length: count - 1 }, (_, i) =>
    Math.max(...rows.map((row) => row[i]?.length ?? 0)),
  );
  const indent = widths.reduce((sum, one) => sum + one + GAP, 0);
  const lines = rows.flatMap((row, i) => {
    const start = widths.map((one, column) => (row[column] ?? '').padEnd(one + GAP)).join('');
    const text = wrap(row.at(-1) ?? '', Math.max(width - indent, LEAST_TEXT));
    return text
      .map((part, line) => `${line === 0 ? start : ' '.repeat(indent)}${part}`.trimEnd())
      .map((line) => (i === 0 ? paintHead(line) : line));
  });
  return `${lines.join('\n')}\n`;
}
