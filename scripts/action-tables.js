// The tables of inputs and outputs in README.md and docs/inputs.md, from action.yml: run by
// `npm run docs`.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { fill } from './fill.js';

/** In the README, what an input is about: the description up to its first colon or full stop. */
const ABOUT = /^(?:`[^`]*`|[^:.])+/;

/** At the end of the description of an input. */
const DEFAULT = /^(.*?) Default: (.*)\.$/;

const { inputs, outputs } = parse(readFileSync('action.yml', 'utf8'));

fill('README.md', 'action.yml', {
  inputs: table(
    ['Input', 'Meaning', 'Default'],
    describeInputs().map(([name, text, otherwise]) => [name, ABOUT.exec(text)[0], otherwise]),
  ),
});
fill('docs/inputs.md', 'action.yml', {
  inputs: table(['Input', 'Meaning', 'Default'], describeInputs()),
  outputs: table(
    ['Output', 'Content'],
    Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]),
  ),
});

function describeInputs() {
  return Object.entries(inputs).map(([name, { description }]) => {
    const [, text, otherwise] = DEFAULT.exec(description) ?? fail(`${name} has no default`);
    return [`\`${name}\``, text, otherwise];
  });
}

function table(head, rows) {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return lines.join('\n');
}

function fail(what) {
  throw new Error(`${what}.`);
}
