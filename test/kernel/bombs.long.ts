import { describe, expect, test } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { openKernel } from '../../src/kernel/open.ts';
import { buildBzImage, gzipOfZeros } from '../support/bzimage-builder.ts';
import { buildElf } from '../support/elf-builder.ts';
import { asBzImage } from '../support/opened.ts';

const BOMB = gzipOfZeros(buildElf(), 1100);

describe('a bomb', () => {
  test('around the file stops at 1 GiB', async () => {
    const { format, wrapper } = await openKernel(bytesSource(BOMB));
    expect(format).toBeNull();
    expect(wrapper?.fault).toMatchObject({ kind: 'too-large' });
  });

  test('in a bzImage stops at 1 GiB', async () => {
    const bomb = buildBzImage({ payload: BOMB });
    const { payload, elf: inside } = asBzImage(await openKernel(bytesSource(bomb)));
    expect(payload).toMatchObject({ codec: 'gzip', size: null, fault: { kind: 'too-large' } });
    expect(inside).toBeNull();
  });
});
