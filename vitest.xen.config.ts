import { defineConfig } from 'vitest/config';
import { BOOT_TIMEOUT_MS } from './test/xen-boot/boot.ts';
import { findMachine } from './test/xen-boot/machine.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The Xen to boot: an ELF file, or one in gzip. */
    xen: string;
  }
}

const machine = findMachine();
if ('missing' in machine) console.log(`Xen was not booted. ${machine.missing}`);

export default defineConfig({
  test: {
    ...('missing' in machine
      ? { include: [], passWithNoTests: true }
      : { include: ['test/xen-boot/**/*.boot.ts'], provide: { xen: machine.xen } }),
    // Longer than a boot may take, so that it is the boot that ends, and cleans up.
    testTimeout: BOOT_TIMEOUT_MS * 4,
    reporters: 'verbose',
  },
});
