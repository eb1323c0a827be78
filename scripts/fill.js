// Generated parts of pages: what stands between `<!-- NAME, from SOURCE -->` and `<!-- end of NAME -->`.
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Replaces the parts of a page.
 *
 * @param {string} page
 * @param {string} source where the parts come from
 * @param {Readonly<Record<string, string>>} parts by name
 */
export function fill(page, source, parts) {
  let text = readFileSync(page, 'utf8');
  for (const [name, part] of Object.entries(parts)) {
    const [start, end] = [`<!-- ${name}, from ${source} -->`, `<!-- end of ${name} -->`];
    const [before, rest, ...others] = text.split(start);
    const after = rest?.split(end);
    if (others.length > 0 || after?.length !== 2) {
      throw new Error(`${page} has no one place for ${name}.`);
    }
    text = `${before}${start}\n${part}\n${end}${after[1]}`;
  }
  writeFileSync(page, text);
}
