import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from '../../fuzz/check.ts';

const CORPUS = 'test/fuzz-corpus';

/** What once failed: see docs/fuzzing.md. */
describe('a file that the fuzzer once found', () => {
  it.each(readdirSync(CORPUS))('%s breaks no law', async (name) => {
    const { breaches } = await check(new Uint8Array(readFileSync(`${CORPUS}/${name}`)));
    expect(breaches).toEqual([]);
  });
});
