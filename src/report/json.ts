/** Any result as JSON, indented for a reader. */
export function renderJson(value: unknown): string {
  return `${harmlessJson(value, 2)}\n`;
}

/**
 * A value as JSON, on one line where it is not indented. Characters that a terminal or a log acts on
 * are written as JSON escapes, so that the text is safe to print and parses to the same value.
 */
export function harmlessJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (char) => (char === '\n' ? char : escapeUnits(char)))
    .replaceAll('##[', '#\\u0023[');
}

function escapeUnits(char: string): string {
  return char
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
