import { forXml } from './escape.ts';

/** An element as text, of which nothing untrusted is markup. */
export type Xml = string & { readonly isXml: true };

/**
 * An XML element on lines of its own.
 *
 * @param attributes escaped here.
 * @param content elements, or a text that is escaped already.
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: readonly Xml[] | string = [],
): Xml {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${forXml(value)}"`);
  const open = `<${name}${written.join('')}`;
  if (content.length === 0) return `${open}/>\n` as Xml;
  const inside = typeof content === 'string' ? content : `\n${content.join('')}`;
  return `${open}>${inside}</${name}>\n` as Xml;
}
