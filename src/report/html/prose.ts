import { type Html, html } from './markup.ts';

/** A rule's text: plain, but for code spans between backticks. */
export function prose(text: string): Html[] {
  return text.split('`').map((part, i) => (i % 2 ? html`<code>${part}</code>` : html`${part}`));
}

/** `1 kernel`, `2 kernels` */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
