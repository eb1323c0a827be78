import { expect, test } from 'vitest';
import { parseCommandFile, parseWorkflowCommands } from './workflow-commands.ts';

test.each([
  ['::error::text', { name: 'error', properties: {}, data: 'text' }],
  ['  ::Error::text', { name: 'error', properties: {}, data: 'text' }],
  [
    '::warning file=a%2Cb,title=c%3Ad=e::x%0Ay%250A',
    { name: 'warning', properties: { file: 'a,b', title: 'c:d=e' }, data: 'x\ny%0A' },
  ],
  [
    'kernel ##[set-output name=a;x=%5D]b',
    { name: 'set-output', properties: { name: 'a', x: ']' }, data: 'b' },
  ],
  ['::set-output name=a::b::c', { name: 'set-output', properties: { name: 'a' }, data: 'b::c' }],
])('the runner acts on %j', (line, command) => {
  expect(parseWorkflowCommands(`before\r${line}\r\nafter`)).toEqual({
    commands: [command],
    log: ['before', 'after'],
  });
});

test.each(['x ::error::text', '::unknown::text', '::error', '##[unknown]text', '##[error text'])(
  'the runner prints %j',
  (line) => {
    expect(parseWorkflowCommands(line)).toEqual({ commands: [], log: [line] });
  },
);

test('a command file has values of one line and of many', () => {
  expect(parseCommandFile('a=1<<2\nb<<END\nx\n\ny=\nEND\nc<<END\nEND\n')).toEqual({
    a: '1<<2',
    b: 'x\n\ny=',
    c: '',
  });
});

test.each(['a<<END\nx\n', 'a<<\n', 'text\n', '<<END\nEND\n'])(
  'a command file cannot be %j',
  (text) => {
    expect(() => parseCommandFile(text)).toThrow();
  },
);
