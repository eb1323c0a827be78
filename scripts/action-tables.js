// The tables of inputs and outputs in README.md and docs/inputs.md, from action.yml: run by
// `npm run docs`. A table stands between `<!-- NAME, from action.yml -->` and `<!-- end of NAME -->`.
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

/** In the README, what an input is about: the description up to its first colon or full stop. */
const ABOUT = /^(?:`[^`]*`|[^:.])+/;

/** At the end of the description of an input. */
const DEFAULT = /^(.*?) Default: (.*)\.$/;

const { inputs, outputs } = parse(readFileSync('action.yml', 'utf8'));

fill('README.md', {
  inputs: table(
    ['Input', 'Meaning', 'Default'],
    describeInputs().map(([name, text, otherwise]) => [name, ABOUT.exec(text)[0], otherwise]),
  ),
});
fill('docs/inputs.md', {
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

function fill(page, tables) {
  let text = readFileSync(page, 'utf8');
  for (const [name, table] of Object.entries(tables)) {
    const [start, end] = [`<!-- ${name}, from action.yml -->`, `<!-- end of ${name} -->`];
    const [before, rest, ...others] = text.split(start);
    const after = rest?.split(end);
    if (others.length > 0 || after?.length !== 2) fail(`${page} has no one place for ${name}`);
    text = `${before}${start}\n${table}\n${end}${after[1]}`;
  }
  writeFileSync(page, text);
}

function fail(what) {
  throw new Error(`${what}.`);
}
