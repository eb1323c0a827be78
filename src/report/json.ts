/**
 * Any result as JSON. Characters that a terminal or a log acts on are written as JSON escapes, so
 * that the text is safe to print and parses to the same values.
 */
export function renderJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (char) => (char === '\n' ? char : escapeUnits(char)))
    .replaceAll('##[', '#\\u0023[');
  return `${json}\n`;
}

function escapeUnits(char: string): string {
  return char
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
