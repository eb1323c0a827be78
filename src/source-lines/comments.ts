/** A string of one line, closed or not, or what opens a comment. */
const STRING_OR_COMMENT = /"(?:[^"\\\n]|\\.)*"?|\/\*|\/\//g;

/**
 * A C or assembler source with its C comments blanked out, and every other character where it was.
 * A comment that does not end reaches to the end of the text.
 */
export function withoutComments(text: string): string {
  const next = new RegExp(STRING_OR_COMMENT);
  let code = '';
  let at = 0;
  for (let match = next.exec(text); match; match = next.exec(text)) {
    if (match[0].startsWith('"')) continue;
    const closing = match[0] === '/*' ? '*/' : '\n';
    const found = text.indexOf(closing, match.index + 2);
    const end = found < 0 ? text.length : found + closing.length;
    code += text.slice(at, match.index) + text.slice(match.index, end).replace(/[^\n]/g, ' ');
    at = end;
    next.lastIndex = end;
  }
  return code + text.slice(at);
}
