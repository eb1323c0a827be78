// `npm run fuzz -- --seconds N [--seed S]`: see docs/fuzzing.md.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { INPUTS, type Input } from './inputs/files.ts';
import { CODEC_NAMES } from './inputs/streams.ts';
import { findNodes } from './nodes.ts';
import { HELP, type Options, readOptions } from './options.ts';
import { compareWithTool, missingTools } from './tools.ts';
import { startWorker, type Worker } from './workers.ts';

/** Inputs of one kind before the next has its turn. */
const RUNS = 50;
const FAILURES = '.cache/fuzz-failures';

process.exitCode = await main();

async function main(): Promise<number> {
  let options: Options | 'help';
  try {
    options = readOptions(process.argv.slice(2), Date.now());
  } catch (error) {
    console.error(`fuzz: ${(error as Error).message}\n\n${HELP}`);
    return 2;
  }
  if (options === 'help') {
    console.log(HELP);
    return 0;
  }
  const nodes = findNodes();
  const missing = missingTools(CODEC_NAMES);
  console.log(
    `fuzz: seed ${options.seed}, Node ${nodes.map(({ version }) => version).join(' and ')}`,
  );
  if (nodes.length < 2) console.log('fuzz: a second Node is missing: run npm ci');
  for (const [codec, tool] of missing) console.log(`fuzz: ${codec} is not compared: no ${tool}`);
  const workers = nodes.map(({ path }) => startWorker(path));
  try {
    return await run(options, workers, (input) => {
      return input.stream !== null && !missing.has(input.stream.codec);
    });
  } finally {
    for (const worker of workers) worker.stop();
  }
}

/** Gives every kind its turn until the time is over. Returns the exit code. */
async function run(
  { seconds, seed, only }: Options,
  workers: readonly Worker[],
  hasTool: (input: Input) => boolean,
): Promise<number> {
  const end = Date.now() + seconds * 1000;
  const failed = new Set<string>();
  let count = 0;
  for (let turn = seed; Date.now() < end; turn++) {
    for (const kind of only) {
      const inputs = INPUTS[kind];
      const left = end - Date.now();
      if (!inputs || left <= 0) break;
      const law = fc.asyncProperty(inputs, async (input) => {
        count++;
        const breaches = await brokenLaws(input, workers, hasTool(input));
        if (breaches.length > 0) throw new Error(breaches.join('\n'));
      });
      const limits = { interruptAfterTimeLimit: left, markInterruptAsFailure: false };
      const result = await fc.check(law, { seed: turn, numRuns: RUNS, ...limits });
      if (!result.failed || !result.counterexample) continue;
      const [input] = result.counterexample;
      const why = result.errorInstance instanceof Error ? result.errorInstance.message : '';
      failed.add(`${kind} ${turn}`);
      console.log(`\nfuzz: ${kind} fails, seed ${turn}: ${why}`);
      console.log(`  saved as ${save(kind, input)}`);
      console.log(`  again: npm run fuzz -- --seconds 600 --seed ${turn} --only ${kind}`);
    }
  }
  console.log(`\nfuzz: ${count} inputs, ${failed.size} failures`);
  return failed.size > 0 ? 1 : 0;
}

/** Everything that an input shows to be wrong, a sentence each. */
async function brokenLaws(
  input: Input,
  workers: readonly Worker[],
  hasTool: boolean,
): Promise<string[]> {
  const answers = await Promise.all(workers.map((worker) => worker.ask(input)));
  const [one, other] = answers;
  const breaches = answers.flatMap((answer) => answer.breaches);
  if (one && other && one.digest !== other.digest) {
    breaches.push(`two Nodes differ: ${one.digest} and ${other.digest}`);
  }
  if (one && other && JSON.stringify(one.decompressed) !== JSON.stringify(other.decompressed)) {
    breaches.push(`two Nodes decompress differently: ${JSON.stringify([one, other])}`);
  }
  if (hasTool && input.stream && one?.decompressed) {
    const difference = compareWithTool(input.stream, one.decompressed);
    if (difference !== null) breaches.push(difference);
  }
  return [...new Set(breaches)];
}

/** Saves the file of a failure. Returns its path. */
function save(kind: string, { file, stream }: Input): string {
  mkdirSync(FAILURES, { recursive: true });
  const name = createHash('sha256').update(file).digest('hex').slice(0, 12);
  const path = `${FAILURES}/${kind}-${name}`;
  writeFileSync(`${path}.img`, file);
  if (stream) writeFileSync(`${path}.${stream.codec}`, stream.bytes);
  return `${path}.img`;
}
