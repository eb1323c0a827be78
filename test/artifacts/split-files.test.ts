import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DiscoverOptions, discover } from '../../src/artifacts/discover.ts';
import { sampleKernel } from '../../src/demo/sample.ts';
import { buildTar } from '../support/archives.ts';
import { tempFiles } from '../support/temp-files.ts';

const KERNEL = sampleKernel();
const tar = (files: Readonly<Record<string, Uint8Array | string>>) =>
  buildTar(Object.entries(files).map(([name, content]) => ({ name, content })));
const larger = (bytes: number) => Buffer.concat([KERNEL, Buffer.alloc(bytes)]);

async function shardsOf(
  root: string,
  paths: readonly string[],
  count: number,
  more: DiscoverOptions = {},
) {
  const all = [];
  for (let index = 1; index <= count; index++) {
    const shard = { index, count };
    all.push(
      await discover(
        paths.map((path) => join(root, path)),
        { ...more, shard },
      ),
    );
  }
  return all.map(({ artifacts, split, ...rest }) => ({
    ...rest,
    names: artifacts.map(({ name }) => name.slice(root.length + 1)),
    all: split?.names.map((name) => name.slice(root.length + 1)),
    split,
  }));
}

describe('the files of a run in shards', () => {
  it('are each in one, by size, and kernels of one archive stay together', async () => {
    const root = tempFiles({
      'in/a': KERNEL,
      'in/b': larger(10_000),
      'in/c.tar': tar({ 'boot/vmlinuz-1': KERNEL, 'boot/vmlinuz-2': KERNEL }),
      'in/d': larger(100),
    });
    const [second, first, third] = await shardsOf(root, ['in'], 3);
    expect(first?.names).toEqual(['in/c.tar!/boot/vmlinuz-1', 'in/c.tar!/boot/vmlinuz-2']);
    expect(second?.names).toEqual(['in/b']);
    expect(third?.names).toEqual(['in/a', 'in/d']);
    expect(first?.split?.files).toEqual(second?.split?.files);
    expect(first?.split?.files).toEqual(third?.split?.files);
    expect(third?.split?.found.map(({ file }) => file)).toEqual([0, 3]);
  });

  it('may be fewer than the shards', async () => {
    const root = tempFiles({ 'in/a': KERNEL });
    const shards = await shardsOf(root, ['in'], 3);
    expect(shards.map(({ names }) => names)).toEqual([['in/a'], [], []]);
    expect(shards[1]?.split?.files.count).toBe(1);
  });

  it('are those of another run if one has another size, or a PATH is another', async () => {
    const one = tempFiles({ 'in/a': KERNEL, 'in/b': KERNEL });
    const digest = async (root: string, ...paths: string[]) =>
      (await shardsOf(root, paths, 2))[0]?.split?.files.sha256;
    const before = await digest(one, 'in');
    expect(await digest(one, 'in')).toBe(before);
    expect(await digest(one, 'in/a', 'in/b')).not.toBe(before);
    const larger = tempFiles({ 'in/a': KERNEL, 'in/b': Buffer.concat([KERNEL, KERNEL]) });
    expect(await digest(larger, 'in')).not.toBe(before);
  });

  it('leave it open whether a PATH has a kernel that another shard may have', async () => {
    const root = tempFiles({
      'a.tar': tar({ 'boot/vmlinuz': KERNEL }),
      'b.tar': tar({ 'etc/motd': 'no kernel' }),
    });
    const shards = await shardsOf(root, ['a.tar', 'b.tar'], 2);
    const open = shards.map(({ unmatched }) => unmatched.map(({ at, why }) => [at, why]));
    expect(open.sort()).toEqual([
      [
        [0, 'none'],
        [1, 'explained'],
      ],
      [[1, 'none']],
    ]);
  });

  it('name the kernels in all archives only where that is asked for', async () => {
    const root = tempFiles({
      'a.tar': tar({ 'boot/vmlinuz': KERNEL }),
      'b.tar': tar({ 'boot/vmlinuz': KERNEL }),
    });
    const [own] = await shardsOf(root, ['.'], 2);
    expect(own?.all).toHaveLength(1);
    const [all] = await shardsOf(root, ['.'], 2, { namesAll: true });
    expect(all?.all).toHaveLength(2);
    expect(all?.names).toHaveLength(1);
  });
});
