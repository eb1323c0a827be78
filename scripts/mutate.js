// `npm run mutate -- src/ROOM [--every N] [--seed N]`: Stryker on one room, or on a sample of its lines.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * Lines that are drawn together. A mutant must be within them, so that a change of a longer block is
 * never drawn. Tests notice these most easily: the score of a sample is a lower bound.
 */
const WINDOW = 12;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { every: { type: 'string', default: '1' }, seed: { type: 'string', default: '1' } },
});
const every = Number(values.every);
const files = positionals.flatMap(sourcesOf);
if (files.length === 0 || !Number.isInteger(every) || every < 1) {
  console.error('usage: npm run mutate -- src/ROOM… [--every N] [--seed N]');
  process.exit(2);
}
const mutate = every === 1 ? files : files.flatMap(windowsOf).filter(isDrawn);
const stryker = 'node_modules/@stryker-mutator/core/bin/stryker.js';
execFileSync(process.execPath, [stryker, 'run', '--mutate', mutate.join()], { stdio: 'inherit' });

/** @param {string} room */
function sourcesOf(room) {
  const names = readdirSync(room, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).map((name) => join(room, name));
}

/** @param {string} file */
function windowsOf(file) {
  const lines = readFileSync(file, 'utf8').split('\n').length;
  return Array.from({ length: Math.ceil(lines / WINDOW) }, (_, i) => {
    const first = i * WINDOW + 1;
    return `${file}:${first}-${first + WINDOW - 1}`;
  });
}

/** One of `every` windows, the same ones for a seed. @param {string} window */
function isDrawn(window) {
  const hash = createHash('sha256').update(`${values.seed} ${window}`).digest();
  return hash.readUInt32LE(0) % every === 0;
}
