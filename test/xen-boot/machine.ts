import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Names a Xen to boot: an ELF file, or one in gzip. Then nothing may be missing. */
const XEN_VARIABLE = 'XEN_BOOT_GATE_XEN';

/** Where Debian's package puts Xen, and where scripts/debian-xen.sh does. */
const XEN_PLACES = ['/boot/xen-4.17-amd64.gz', '.cache/xen/xen-4.17-amd64.gz'];

export const QEMU = 'qemu-system-x86_64';

/** What it takes to boot Xen, or one sentence on what there is not. */
export type Machine = { readonly xen: string } | { readonly missing: string };

/**
 * Looks for QEMU and a Xen on this machine.
 *
 * @throws {Error} when a Xen was asked for by name, and it or QEMU is missing: a run
 * without the named Xen must not pass.
 */
export function findMachine(env: NodeJS.ProcessEnv = process.env): Machine {
  const named = env[XEN_VARIABLE];
  const machine = lookFor(named ? [named] : XEN_PLACES, env);
  if (named && 'missing' in machine) throw new Error(machine.missing);
  return machine;
}

function lookFor(places: readonly string[], env: NodeJS.ProcessEnv): Machine {
  if (spawnSync(QEMU, ['--version'], { env }).error) {
    return { missing: `${QEMU} cannot be run: install qemu-system-x86.` };
  }
  const xen = places.find((path) => existsSync(path));
  if (xen) return { xen };
  return {
    missing: `There is no Xen at ${places.join(' or ')}: run scripts/debian-xen.sh, or set ${XEN_VARIABLE}.`,
  };
}
