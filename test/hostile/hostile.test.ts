import { describe, test } from 'vitest';
import { HOSTILE_TEXTS } from '../support/hostile-text.ts';
import { FIELDS } from './fields.ts';
import { OUTPUTS } from './outputs.ts';

/** The last is longer than any of the outputs may be, but those that are files. */
const TEXTS = [...HOSTILE_TEXTS, '</code>|`::'.repeat(2 ** 13)];

describe.each(Object.entries(FIELDS))('%s', (_, plant) => {
  test.each(Object.entries(OUTPUTS))('is harmless in %s', (_, checkOf) => {
    const check = checkOf(plant('word'));
    for (const text of TEXTS) check(plant(text));
  });
});
