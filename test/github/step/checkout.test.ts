import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findCheckout } from '../../../src/github/step/checkout.ts';
import { tempFiles } from '../../support/temp-files.ts';

const gitConfig = (url: string, remote = 'origin') =>
  `[core]\n\tbare = false\n[remote "${remote}"]\n\turl = ${url}\n\tfetch = +refs/heads/*:x\n`;
const OURS = gitConfig('https://github.com/me/linux');
const OTHERS = gitConfig('https://github.com/torvalds/linux');

test.each([
  ['', { '.git/config': OURS }],
  ['', { '.git/config': OURS, 'src/.git/config': OURS }],
  ['', { 'src/.git/config': OTHERS, 'src2/a': '' }],
  ['src/', { 'src/.git/config': OURS }],
  ['ci/', { '.git/config': OTHERS, 'linux/.git/config': OTHERS, 'ci/.git/config': OURS }],
  ['a/b/', { 'a/b/.git/config': OURS }],
  ['', { 'a/b/c/.git/config': OURS }],
  ['', { 'node_modules/.git/config': OURS }],
  ['s/', { 's/.git/config': gitConfig('https://github.com/Me/Linux.git/') }],
  ['s/', { 's/.git/config': gitConfig('git@github.com:me/linux.git') }],
  ['', { 's/.git/config': gitConfig('https://github.com/some/linux') }],
  ['', { 's/.git/config': gitConfig('https://github.com/notme/linux') }],
  ['', { 's/.git/config': gitConfig('https://github.com/me/linux', 'upstream') }],
  ['', { 's/.git/config': 'no configuration' }],
  ['', { 's/.git': 'gitdir: ../x' }],
])('the repository is in %j', (checkout, files) => {
  expect(findCheckout(tempFiles(files as Record<string, string>), 'me/linux')).toBe(checkout);
});

test('is the workspace if the repository is unknown', () => {
  const workspace = tempFiles({ 's/.git/config': OURS });
  expect(findCheckout(workspace, undefined)).toBe('');
  expect(findCheckout(workspace, '')).toBe('');
  expect(findCheckout(join(workspace, 'missing'), 'me/linux')).toBe('');
});

test('a link leads to no repository', () => {
  const outside = tempFiles({ '.git/config': OURS });
  const workspace = tempFiles({});
  symlinkSync(outside, join(workspace, 'a'));
  mkdirSync(join(workspace, 'b/.git'), { recursive: true });
  symlinkSync(join(outside, '.git/config'), join(workspace, 'b/.git/config'));
  writeFileSync(join(workspace, 'c'), OURS);
  expect(findCheckout(workspace, 'me/linux')).toBe('');
});
