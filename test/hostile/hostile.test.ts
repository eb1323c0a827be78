import { describe, test } from 'vitest';
import { HOSTILE_TEXTS } from '../support/hostile-text.ts';
import { FIELDS } from './fields.ts';
import { OUTPUTS } from './outputs.ts';

/** The last is more than a megabyte, as a note of a kernel may be. */
const TEXTS = [...HOSTILE_TEXTS, '</code>|`::'.repeat(2 ** 17)];

describe.each(Object.entries(FIELDS))('%s', (_, plant) => {
  test.each(Object.entries(OUTPUTS))('is harmless in %s', (_, check) => {
    for (const text of TEXTS) check(plant(text), plant('word'));
  });
});
