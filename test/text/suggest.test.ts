import { describe, expect, it } from 'vitest';
import { quote } from '../../src/text/quote.ts';
import { choose, nearest } from '../../src/text/suggest.ts';
import { UsageError } from '../../src/text/usage-error.ts';

describe('suggestions', () => {
  it('takes a name that exists', () => {
    expect(choose('format', 'json', ['text', 'json'])).toBe('json');
  });

  it.each([
    ['jsn', 'json'],
    ['JSON', 'json'],
    ['markdwon', 'markdown'],
  ])('%s is answered with %s', (word, name) => {
    const formats = ['text', 'json', 'markdown'];
    const answer = `unknown format '${word}': did you mean ${name}?`;
    expect(() => choose('format', word, formats)).toThrow(new UsageError(answer));
  });

  it.each([['xml'], ['x'.repeat(2 ** 20)], ['']])('%.5s… is near to nothing', (word) => {
    const formats = ['text', 'json', 'markdown'];
    const answer = `unknown format ${quote(word)}: it is one of text, json, markdown`;
    expect(() => choose('format', word, formats)).toThrow(new UsageError(answer));
  });

  it('takes what only one name starts with for that name', () => {
    const answer = "unknown format 'm': did you mean markdown?";
    expect(() => choose('format', 'm', ['text', 'markdown'])).toThrow(new UsageError(answer));
  });

  it('of equally near names takes the first', () => {
    expect(nearest('c', ['a', 'b'])).toBe('a');
  });

  it('has an answer to a name of a megabyte too', () => {
    expect(nearest('x'.repeat(2 ** 20), ['text', 'xxx'])).toBe('xxx');
  });
});
