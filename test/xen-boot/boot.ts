import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { XenPath } from '../../src/programs/boot-path.ts';
import { QEMU } from './machine.ts';
import { outcomeOf } from './serial.ts';

/** The boot paths on which the hypervisor itself takes the kernel. */
export type Dom0Path = Extract<XenPath, 'pv-dom0' | 'pvh-dom0'>;

/** Plain emulation, so that it runs anywhere; SMAP and SMEP of QEMU 7.2 would kill a PV kernel. */
const QEMU_ARGUMENTS = [
  ...['-accel', 'tcg', '-cpu', 'max,-smap,-smep', '-m', '2048'],
  ...['-nodefaults', '-display', 'none', '-no-reboot'],
];

const XEN_ARGUMENTS = 'console=com1 com1=115200,8n1 vga=none loglvl=all';

/** The memory of dom0, in MiB: of the 2 GiB that QEMU has. */
export const DOM0_MEMORY = 512;

/** What each path adds. Xen builds no PVH dom0 without an IOMMU. */
const PATH_ARGUMENTS: Readonly<Record<Dom0Path, { qemu: readonly string[]; xen: string }>> = {
  'pv-dom0': { qemu: [], xen: 'dom0=verbose' },
  'pvh-dom0': { qemu: ['-M', 'q35', '-device', 'amd-iommu'], xen: 'dom0=pvh,verbose' },
};

/** A boot takes two seconds, and on a busy machine half a minute. */
export const BOOT_TIMEOUT_MS = 120_000;

const POLL_INTERVAL_MS = 100;

const WHILE_WATCHED = fileURLToPath(new URL('while-watched.sh', import.meta.url));

/** Reads a Xen, an ELF file or one in gzip, for QEMU, which takes it decompressed only. */
export function readXen(path: string): Uint8Array {
  const bytes = readFileSync(path);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return isGzip ? gunzipSync(bytes) : bytes;
}

/**
 * Boots Xen with `kernel` as its dom0 and kills it at its verdict.
 *
 * @param memory of dom0, in MiB.
 * @returns everything that Xen printed until then
 * @throws {Error} when there is no verdict in time, or QEMU ends without one
 */
export async function bootXen(
  xen: Uint8Array,
  kernel: Uint8Array,
  path: Dom0Path,
  memory = DOM0_MEMORY,
): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'xen-boot-'));
  writeFileSync(join(directory, 'xen'), xen);
  writeFileSync(join(directory, 'vmlinuz'), kernel);
  const qemu = start(directory, path, memory);
  try {
    return await waitForOutcome(join(directory, 'serial.log'), qemu);
  } finally {
    qemu.stop();
    await qemu.ended;
  }
}

interface Qemu {
  /** What it complained of, once it has ended; `null` while it runs. */
  readonly complaint: () => string | null;
  /** Kills it and removes its directory. */
  readonly stop: () => void;
  readonly ended: Promise<void>;
}

function start(directory: string, path: Dom0Path, memory: number): Qemu {
  const { qemu, xen } = PATH_ARGUMENTS[path];
  // QEMU cuts the names of modules at spaces and commas: they are relative, and have neither.
  const append = `${XEN_ARGUMENTS} dom0_mem=${memory}M ${xen}`;
  const boot = ['-kernel', 'xen', '-append', append, '-initrd', 'vmlinuz'];
  const command = [QEMU, ...QEMU_ARGUMENTS, ...qemu, '-serial', 'file:serial.log', ...boot];
  const child = spawn(WHILE_WATCHED, [directory, ...command]);
  let complaint = '';
  let over = false;
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  child.stdout.once('data', () => {
    over = true;
  });
  return {
    complaint: () => (over ? complaint : null),
    stop: () => child.stdin.end(),
    ended: new Promise((resolve) => {
      const end = (error?: unknown) => {
        if (error) complaint += error;
        over = true;
        resolve();
      };
      child.once('close', () => end());
      child.once('error', end);
    }),
  };
}

async function waitForOutcome(serial: string, qemu: Qemu): Promise<string> {
  const deadline = Date.now() + BOOT_TIMEOUT_MS;
  for (;;) {
    // In this order: what was printed just before the end counts.
    const complaint = qemu.complaint();
    const printed = existsSync(serial) ? readFileSync(serial, 'latin1') : '';
    if (outcomeOf(printed)) return printed;
    if (complaint !== null) {
      throw new Error(`QEMU ended before Xen gave a verdict: ${complaint}\n${printed}`);
    }
    if (Date.now() > deadline) throw new Error(`Xen gave no verdict in time:\n${printed}`);
    await sleep(POLL_INTERVAL_MS);
  }
}
