import { expect, it } from 'vitest';
import { bytesSource } from '../../../src/bytes/bytes.ts';
import { openKernel } from '../../../src/kernel/open.ts';
import { checkKernel } from '../../../src/xen/check-kernel.ts';
import { builds } from '../../support/builds.ts';
import { kernelWith, PV_NOTES } from '../../support/kernels.ts';

/** Releases before 4.0.3 and 4.1.2 read the headers of an ELF file without a look at its end. */
it('has an answer for every cut of an ELF file where libelf checks nothing', async () => {
  const elf = kernelWith(PV_NOTES);
  const rules = new Set<string | undefined>();
  for (let end = 0; end < elf.length; end += 20) {
    const kernel = await openKernel(bytesSource(elf.subarray(0, end)));
    const [verdict] = await kernel.examine(() =>
      checkKernel(kernel, 'pvh-domu', builds('4.0.4+pvh-domu')),
    );
    expect(verdict?.loads).toBe(false);
    rules.add(verdict?.refusals[0]?.rule);
  }
  expect([...rules].sort()).toEqual(['cut-file', 'malformed-notes', 'not-a-kernel']);
});
