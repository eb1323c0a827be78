import { readFileSync } from 'node:fs';
import { bootXen, readXen } from '../../test/xen-boot/boot.ts';
import { findMachine } from '../../test/xen-boot/machine.ts';
import { releaseOf } from '../../test/xen-boot/serial.ts';
import { benchKernel } from '../kernels.ts';
import { measure, spreadOf } from '../measure.ts';
import { BOOT, GATE } from '../parts.ts';
import { check, type Run } from './run.ts';

/** A boot takes some seconds. */
const MOST_RUNS = 3;

export async function xen({ runs, add, skip }: Run): Promise<void> {
  const machine = findMachine();
  if ('missing' in machine) {
    skip('booting on Xen', machine.missing);
    return;
  }
  const hypervisor = readXen(machine.xen);
  const { image } = benchKernel('zstd');
  const kernel = readFileSync(image);
  const times = Math.min(runs, MOST_RUNS);
  for (const path of ['pv-dom0', 'pvh-dom0'] as const) {
    const seconds: number[] = [];
    let release: string | null = null;
    for (let run = 0; run < times; run++) {
      const start = performance.now();
      release = releaseOf(await bootXen(hypervisor, kernel, path));
      seconds.push((performance.now() - start) / 1000);
    }
    if (release === null) throw new Error('Xen did not print its release.');
    const gate = measure({ [path]: check('--xen', release, '--boot', path, image) }, times)[path];
    if (gate) add({ part: 'xen', name: path, way: GATE, ...gate });
    add({ part: 'xen', name: path, way: BOOT, seconds: spreadOf(seconds), peakRss: null });
  }
}
