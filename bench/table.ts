/** Lays out rows under a heading in aligned columns: the first to the left, numbers to the right. */
export function table(title: string, head: readonly string[], rows: readonly string[][]): string {
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return `${title}\n\n${[head, ...rows].map((row) => `  ${line(row)}`).join('\n')}\n`;
}

export function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

export function ratio(value: number): string {
  return `${value.toFixed(2)}×`;
}
