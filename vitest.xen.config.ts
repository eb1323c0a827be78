import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { findGrubFile } from './test/grub-file/grub-file.ts';
import { BOOT_TIMEOUT_MS } from './test/xen-boot/boot.ts';
import { findMachine } from './test/xen-boot/machine.ts';
import { findGrubGuest } from './test/xen-grub/grub.ts';
import { findLibrary } from './test/xen-library/library.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The Xen to boot: an ELF file, or one in gzip. */
    xen: string;
    /** The release of Xen that the toolstack library is of. */
    library: string;
    /** The release of GRUB that `grub-file` is of. */
    grubFile: string;
    /** The release of GRUB that is started in a guest. */
    grubGuest: string;
  }
}

const machine = findMachine();
if ('missing' in machine) console.log(`Xen was not booted. ${machine.missing}`);
const library = findLibrary();
if ('missing' in library) console.log(`libxenguest was not asked. ${library.missing}`);
const grubFile = findGrubFile();
if ('missing' in grubFile) console.log(`grub-file was not asked. ${grubFile.missing}`);
const grubGuest = findGrubGuest();
if ('missing' in grubGuest) console.log(`GRUB was not started in a guest. ${grubGuest.missing}`);
const canStartGuests = !('missing' in machine || 'missing' in grubGuest);
const hasBinaries = existsSync('.cache/xen-binaries');
if (!hasBinaries) {
  console.log("Debian's files of Xen were not read. Run scripts/debian-xen-binaries.sh.");
}

export default defineConfig({
  test: {
    include: [
      ...('missing' in machine ? [] : ['test/xen-boot/**/*.boot.ts']),
      ...('missing' in library ? [] : ['test/xen-library/**/*.library.ts']),
      ...('missing' in grubFile ? [] : ['test/grub-file/**/*.grub.ts']),
      ...(canStartGuests ? ['test/xen-grub/**/*.guest.ts'] : []),
      ...(hasBinaries ? ['test/xen-binary/**/*.debian.ts'] : []),
    ],
    provide: {
      ...('missing' in machine ? {} : { xen: machine.xen }),
      ...('missing' in library ? {} : { library: library.release }),
      ...('missing' in grubFile ? {} : { grubFile: grubFile.version }),
      ...('missing' in grubGuest ? {} : { grubGuest: grubGuest.version }),
    },
    passWithNoTests:
      'missing' in machine && 'missing' in library && 'missing' in grubFile && !hasBinaries,
    // Longer than a boot may take, so that it is the boot that ends, and cleans up.
    testTimeout: BOOT_TIMEOUT_MS * 4,
    // One compiles the reader of the library.
    hookTimeout: BOOT_TIMEOUT_MS * 4,
    reporters: 'verbose',
  },
});
