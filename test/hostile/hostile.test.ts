import { describe, test } from 'vitest';
import { HOSTILE_TEXTS } from '../support/hostile-text.ts';
import { EVERYWHERE, FIELDS } from './fields.ts';
import { OUTPUTS } from './outputs.ts';

/** Longer than any of the outputs may be, but those that are files. */
const LONG = '</code>|`::'.repeat(2 ** 13);

describe.each(Object.entries(OUTPUTS))('%s', (_, checkOf) => {
  const all = EVERYWHERE.map((plant) => ({ plant, check: checkOf(plant('word')) }));
  test.each(HOSTILE_TEXTS)('is not harmed by %j in any field', (text) => {
    for (const { plant, check } of all) check(plant(text));
  });

  // In one field at a time: it leaves no room for the others.
  test.each(Object.entries(FIELDS))('is not harmed by a long text: %s', (_, plant) => {
    checkOf(plant('word'))(plant(LONG));
  });
});
