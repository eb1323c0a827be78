import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/gate/parse-json.ts';

const nested = (open: string, inside: string, close: string, depth: number) =>
  open.repeat(depth) + inside + close.repeat(depth);

describe('JSON of an untrusted user', () => {
  it.each([
    ['lists', '[', '', ']'],
    ['objects', '{"a":', '1', '}'],
  ])('nests 32 %s, and no more', (_, open, inside, close) => {
    const deepest = nested(open, inside, close, 32);
    expect(parseJson(deepest)).toEqual(JSON.parse(deepest));
    expect(parseJson(nested(open, inside, close, 33))).toBeNull();
  });

  it.each([
    ['lists', '[]'],
    ['objects', '{}'],
  ])('has as many %s beside each other as it likes', (_, one) => {
    const many = `[${new Array(100).fill(one).join()}]`;
    expect(parseJson(many)).toEqual(JSON.parse(many));
  });

  it.each([
    ['alone', '['.repeat(40)],
    ['behind a quote', `"${'{'.repeat(40)}`],
    ['behind a backslash', `\\${'['.repeat(40)}`],
  ])('has brackets in a string, %s, that nest nothing', (_, string) => {
    expect(parseJson(JSON.stringify(string))).toBe(string);
    expect(parseJson(JSON.stringify([string, ']']))).toEqual([string, ']']);
  });

  it.each(['\\', '\\"', 'a'])('nests behind a string that ends with %j, too', (end) => {
    expect(parseJson(`[${JSON.stringify(end)},${nested('[', '', ']', 32)}]`)).toBeNull();
  });

  it.each(['', '{', '[1,]', 'text'])('is null where it is none: %j', (text) => {
    expect(parseJson(text)).toBeNull();
  });
});
