import { describe, expect, it } from 'vitest';
import { lint, MOST_WORDS } from '../../prose/lint.ts';

/** The problems of a text, as `LINE MESSAGE` up to the first colon or semicolon. */
function problems(path: string, text: string): string[] {
  return lint(path, text).map(({ line, message }) => `${line} ${message.split(/[:;]/)[0]}`);
}

const WORDS = Array.from({ length: MOST_WORDS + 1 }, (_, i) => (i === 0 ? 'Words' : 'words'));
const LONG = `${WORDS.join(' ')}.`;
const BROKEN = LONG.replace('words words', 'words\nwords');
const TOO_LONG = `${MOST_WORDS + 1} words in a sentence`;

describe('a word to avoid', () => {
  it.each([
    ['page.md', '# Title\n\nWhoever reads it.\n', "3 'Whoever'"],
    ['code.ts', 'const x = 1;\nfunction judgeSource() {}\n', "2 'judge'"],
    ['code.ts', "const mended = 'it is fine';\n", "1 'mended'"],
    ['code.ts', '/** Made anew. */\n', "1 'anew'"],
    ['code.ts', "throw new Error('the note that tells it');\n", "1 'tells'"],
    ['action.yml', '  a:\n    description: >-\n      A stranger.\n', "3 'stranger'"],
    ['schema.json', '{\n  "description": "What is excused."\n}\n', "2 'excused'"],
    ['flow.yml', 'on: push\n# it lies here\nx: 1\n', "2 'lies'"],
  ])('is found in %s: %j', (path, text, problem) => {
    expect(problems(path, text)).toEqual([problem]);
  });

  it('is reported with a better one', () => {
    expect(lint('page.md', 'It is barren.\n')).toEqual([
      { line: 1, message: "'barren': unmatched" },
    ]);
  });

  it('may be in code where only texts avoid it', () => {
    expect(problems('code.ts', 'const lies = excused(lying);\n')).toEqual([]);
    expect(problems('page.md', 'The option `--excuse` and\n\n```\nit lies\n```\n')).toEqual([]);
  });
});

describe('a sentence that is too long', () => {
  it.each([
    ['page.md', `# Title\n\nShort.\n\n${LONG}\n`, 5],
    ['page.md', `| a | b |\n| --- | --- |\n| short | ${LONG} |\n`, 3],
    ['page.md', `- short\n- ${LONG}\n`, 2],
    ['page.md', `Text:\n\n${BROKEN.replace('words', '`words and more words`')}\n`, 3],
    ['code.ts', `/**\n * ${BROKEN.replace('\n', '\n * ')}\n */\n`, 1],
    ['code.ts', `\nconst text = '${LONG}';\n`, 2],
    ['code.ts', `\nconst text = \`${LONG.replace('words', `$${'{two + words}'}`)}\`;\n`, 2],
    ['action.yml', `a:\n    description: ${LONG}\n`, 2],
    ['schema.json', `{\n  "description": ${JSON.stringify(LONG)}\n}\n`, 2],
    ['run.sh', `#!/bin/sh\n\n# ${LONG}\n`, 3],
  ])('is found in %s', (path, text, line) => {
    expect(problems(path, text)).toEqual([`${line} ${TOO_LONG}`]);
  });

  it('is none where paragraphs, items or cells end without a full stop', () => {
    const half = LONG.slice(0, 100);
    const text = `${half}\n\n- ${half}\n- ${half}\n\n| ${half} | ${half} |\n\n## ${half}\n${half}\n`;
    expect(problems('page.md', text)).toEqual([]);
  });

  it('is none in the code, comments and addresses of a page', () => {
    const text = `\`${LONG}\` <!-- ${LONG} --> [text](page.md#${LONG})\n\n\`\`\`\n${LONG}\n\`\`\`\n`;
    expect(problems('page.md', text)).toEqual([]);
  });

  it('is none in lists and tables of a message', () => {
    const half = LONG.slice(0, 100);
    const text = `${half}:\n  ${half}\n${half}   ${half.slice(0, 40)}\n- ${half}\n1. ${half}`;
    expect(problems('code.ts', `const text = \`${text}\`;\n`)).toEqual([]);
  });

  it('is none in code behind a regular expression with a quote', () => {
    const sum = WORDS.join(' + ');
    expect(problems('code.ts', `const quote = /[\`]/;\nconst sum = ${sum} + \`a\`;\n`)).toEqual([]);
  });
});
