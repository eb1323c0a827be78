/** What one token is made of: anything else makes no header, only an error that quotes it. */
const TOKEN = /^[!-~]+$/;

/** Whether a text can be a token at all. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}
