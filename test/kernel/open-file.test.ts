import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openFile } from '../../src/files/file-source.ts';
import { elfArch } from '../../src/kernel/elf-kind.ts';
import { openKernel } from '../../src/kernel/open.ts';
import { buildElf, noteSegment, notes } from '../support/elf-builder.ts';
import { asBzImage } from '../support/opened.ts';
import { slimmedKernel } from '../support/slimmed-kernels.ts';

const MiB = 1 << 20;
const folder = mkdtempSync(join(tmpdir(), 'open-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a kernel of 1.2 GB on disk takes a few pages of memory', async () => {
  const path = join(folder, 'vmlinux');
  writeFileSync(path, buildElf({ segments: [noteSegment(notes([{ type: 6, value: 'linux' }]))] }));
  truncateSync(path, 1200 * MiB);
  const before = process.memoryUsage().arrayBuffers;
  const file = openFile(path);
  const { format, elf, examine } = await openKernel(file);
  expect([format, elf?.size, elf && elfArch(elf)]).toEqual(['elf', 1200 * MiB, 'x86_64']);
  const last = await examine(() => elf?.read(1200 * MiB - 1, 1)[0]);
  expect(last).toBe(0);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * MiB);
  file.close();
});

test('a kernel that is cut after it was opened has a truncated payload', async () => {
  const path = join(folder, 'vmlinuz');
  const bytes = slimmedKernel('vmlinuz-6.12.94+deb13-amd64.lzo.img');
  writeFileSync(path, bytes);
  const file = openFile(path);
  truncateSync(path, bytes.length >> 1);
  const { payload, elf } = asBzImage(await openKernel(file));
  expect(elf).toBeNull();
  expect(payload).toMatchObject({ codec: 'lzo', declaredSize: null, fault: { kind: 'truncated' } });
  file.close();
});
