/** A pattern up to where it starts to vary. */
export function literalStart(pattern: string): string {
  return pattern.replace(/[*?[{].*$/s, '');
}
