/** A report nests eleven levels deep; millions of them would take sixty times as much memory as text. */
const MAX_DEPTH = 32;

const [QUOTE, BACKSLASH] = ['"', '\\'].map((char) => char.charCodeAt(0));
const OPENING = ['[', '{'].map((char) => char.charCodeAt(0));
const CLOSING = [']', '}'].map((char) => char.charCodeAt(0));

/** JSON of an untrusted user; `null` for what is none, or nests deeper than any report. */
export function parseJson(text: string): unknown {
  try {
    return isTooDeep(text) ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) quoted = !quoted;
    else if (quoted) at += char === BACKSLASH ? 1 : 0;
    else if (OPENING.includes(char)) depth++;
    else if (CLOSING.includes(char)) depth--;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}
