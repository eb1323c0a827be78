import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { QEMU } from '../xen-boot/machine.ts';
import { CACHE } from './grub.ts';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Loads the kernel of its memory disk, and starts it. A command that fails does not end it. */
const COMMANDS = `set root=(memdisk)
echo GRUB-STARTED
linux (memdisk)/vmlinuz
echo GRUB-LOADED
boot
halt
`;

const MODULES = ['memdisk', 'tar', 'echo', 'linux', 'gzio', 'xzio', 'lzopio', 'halt'];

/**
 * Starts GRUB with each kernel in a PV guest of its own, one after the other, on one Xen under QEMU.
 *
 * @returns what each guest printed on its console, in the order of the kernels.
 */
export async function startGuests(
  xen: Uint8Array,
  kernels: readonly Uint8Array[],
): Promise<readonly string[]> {
  const directory = mkdtempSync(join(tmpdir(), 'xen-grub-'));
  writeFileSync(join(directory, 'xen'), xen);
  copyFileSync(`${CACHE}/vmlinuz`, join(directory, 'vmlinuz'));
  const image = join(directory, 'initramfs');
  cpSync(`${CACHE}/initramfs`, image, { recursive: true, verbatimSymlinks: true });
  copyFileSync(here('init'), join(image, 'init'));
  mkdirSync(join(image, 'guests'));
  kernels.forEach((kernel, i) => {
    makeGrub(kernel, join(image, 'guests', nameOf(i)), directory);
  });
  execFileSync('sh', ['-c', 'find . | bin/busybox cpio -o -H newc | gzip -1 >../initrd.gz'], {
    cwd: image,
    stdio: 'ignore',
  });
  const serial = await run(directory);
  return kernels.map((_, i) => consoleOf(serial, nameOf(i)));
}

/** Names are in the order of the shell, too. */
const nameOf = (index: number) => `guest${String(index).padStart(3, '0')}`;

function makeGrub(kernel: Uint8Array, output: string, directory: string): void {
  const work = mkdtempSync(join(directory, 'grub-'));
  writeFileSync(join(work, 'vmlinuz'), kernel);
  writeFileSync(join(work, 'grub.cfg'), COMMANDS);
  execFileSync('tar', ['--create', '--file', 'disk.tar', 'vmlinuz'], { cwd: work });
  const platform = ['--directory', `${CACHE}/x86_64-xen`, '--format', 'x86_64-xen'];
  const own = ['--config', 'grub.cfg', '--memdisk', 'disk.tar', '--output', output];
  execFileSync(`${CACHE}/grub-mkimage`, [...platform, ...own, ...MODULES], { cwd: work });
  rmSync(work, { recursive: true });
}

/** Runs until dom0 powers off. QEMU and its directory go when this process does. */
async function run(directory: string): Promise<string> {
  const boot = ['-kernel', 'xen', '-append', XEN_ARGUMENTS, '-initrd', MODULES_OF_XEN];
  const command = [QEMU, ...QEMU_ARGUMENTS, '-serial', 'stdio', ...boot];
  const log = 'exec "$@" </dev/null 2>&1';
  const child = spawn(here('../xen-boot/while-watched.sh'), [
    directory,
    ...['sh', '-c', log, 'sh', ...command],
  ]);
  let printed = '';
  child.stderr.setEncoding('latin1').on('data', (text: string) => {
    printed += text;
  });
  child.stdout.once('data', () => child.stdin.end());
  await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  return printed;
}

const QEMU_ARGUMENTS = [
  ...['-accel', 'tcg', '-cpu', 'max,-smap,-smep', '-m', '2048'],
  ...['-nodefaults', '-display', 'none', '-no-reboot'],
];
const XEN_ARGUMENTS = 'console=com1 com1=115200,8n1 vga=none dom0_mem=768M';
/** QEMU separates them by commas. */
const MODULES_OF_XEN = 'vmlinuz console=hvc0 rdinit=/init quiet,initrd.gz';

function consoleOf(serial: string, name: string): string {
  const [, printed] = new RegExp(`=== ${name}\\r*\\n([\\s\\S]*?)--- ${name}`).exec(serial) ?? [];
  if (printed === undefined) throw new Error(`no console of ${name}:\n${serial.slice(-4000)}`);
  return printed.replaceAll(/\x1b\[[\d;]*[A-Za-z]/g, '').replaceAll('\r', '');
}
