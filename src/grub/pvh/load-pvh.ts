import type { Kernel } from '../../kernel/kernel.ts';
import { BOOT_FLAG, SECTOR } from '../../kernel/setup-header.ts';
import type { GrubHas } from '../../programs/grub/facts.ts';
import type { EvidenceOf } from '../../rules/index.ts';
import { noKernel } from '../../rules/no-kernel.ts';
import { type GrubFile, KERNEL_NAME, prematureEnd, ReadError, readable } from '../files/file.ts';
import { openFile } from '../files/open.ts';
import type { GrubGuest, GrubLoaded } from '../load.ts';
import { readSetup, type Setup } from '../setup-header.ts';
import { crash, Stop, stop } from '../stop.ts';

/** `GRUB_LINUX_MAX_SETUP_SECTS`, and what 0 means. */
const MOST_SECTORS = 64;
const DEFAULT_SECTORS = 4;
/** Boot protocols: the least, and those with `kernel_alignment`, `cmdline_size` and `init_size`. */
const PROTOCOL = {
  least: 0x0203,
  alignment: 0x0205,
  commandLine: 0x0206,
  initSize: 0x020a,
} as const;
const LOADED_HIGH = 0x01;
/** The header is copied from here; one that ends before makes GRUB copy nearly 4 GiB. */
const COPIED_FROM = 0x1f1;
const PAGE = 4096;
const MIB = 2 ** 20;
/** A PVH guest has RAM up to where devices would be, and GRUB uses no more. */
const MOST_RAM = 4096 * MIB - 64 * MIB;
/** GRUB's image, its modules, and the first MiB. */
const OWN_MEMORY = 16 * MIB;

const OUT_OF_MEMORY = 'out of memory';

/**
 * `grub_cmd_linux` (loader/i386/linux.c) on the platform i386-xen_pvh: the 32-bit boot protocol of Linux.
 * The payload is not looked at: Linux decompresses itself.
 *
 * @throws {Stop}
 */
export function loadPvh(kernel: Kernel, has: GrubHas, { guestMemory }: GrubGuest): GrubLoaded {
  const file = openFile(kernel, has);
  const setup = headerOf(file, has);
  checkHeader(setup);
  const sectors = setup.setupSects === 0 ? DEFAULT_SECTORS : setup.setupSects;
  const start = (sectors + 1) * SECTOR;
  const fileSize = (file.size - start) % 2 ** 32;
  const wanted =
    setup.protocol >= PROTOCOL.initSize ? setup.initSize : (fileSize + 2 ** 32) % 2 ** 32;
  const needsMemory = checkMemory(setup, wanted, guestMemory);
  checkEnd(file, setup, has);
  if (start > file.size) {
    const evidence = { offset: start, length: 0, size: file.size };
    throw stop(
      'container',
      'payload-outside-file',
      evidence,
      'attempt to seek outside of the file',
    );
  }
  const there = reading(file, () => readable(file, start, file.size - start));
  if (there > pageUp(wanted)) throw crash('loader', 'init-size');
  return { platform: 'i386-xen_pvh', elf: null, needsMemory };
}

function headerOf(file: GrubFile, has: GrubHas): Setup {
  const setup = reading(file, () => readSetup(file, has));
  if (setup) return setup;
  throw stop('container', 'not-a-kernel', noKernel('file'), prematureEnd(KERNEL_NAME));
}

function checkHeader(setup: Setup): void {
  const wrong = (fault: EvidenceOf<'grub-linux-header'>['fault'], value: number, says: string) =>
    stop('container', 'grub-linux-header', { fault, value }, says);
  if (setup.bootFlag !== BOOT_FLAG)
    throw wrong('boot-flag', setup.bootFlag, 'invalid magic number');
  if (setup.setupSects > MOST_SECTORS) {
    throw wrong('setup-sectors', setup.setupSects, 'too many setup sectors');
  }
  if (!setup.hasMagic || setup.protocol < PROTOCOL.least) {
    throw wrong('protocol', setup.hasMagic ? setup.protocol : 0, 'version too old for 32-bit boot');
  }
  if (!(setup.loadFlags & LOADED_HIGH)) {
    throw wrong('loaded-low', setup.loadFlags, "zImage doesn't support 32-bit boot");
  }
}

/** @returns the least memory of the guest, in bytes */
function checkMemory(setup: Setup, wanted: number, guestMemory: number): number {
  const commandLine = setup.protocol >= PROTOCOL.commandLine ? setup.commandLineSize : 0;
  const needs = Math.ceil((pageUp(wanted) + commandLine + OWN_MEMORY) / MIB) * MIB;
  if (needs <= Math.min(guestMemory, MOST_RAM)) return needs;
  const evidence = {
    fault: 'too-large',
    start: '0x0',
    end: `0x${needs.toString(16)}`,
    heap: guestMemory,
  } as const;
  const { refusal } = stop('loader', 'grub-out-of-range', evidence, OUT_OF_MEMORY);
  throw new Stop(refusal, needs);
}

const pageUp = (size: number) => (Math.ceil(Math.max(size, 1) / PAGE) * PAGE) % 2 ** 32;

/** The end of the setup header, which GRUB copies, and reads where it is longer than what it knows. */
function checkEnd(file: GrubFile, setup: Setup, has: GrubHas): void {
  if (setup.end < COPIED_FROM) throw crash('loader', 'setup-header');
  if (setup.end < setup.size && !has('short-setup-header')) throw crash('loader', 'setup-header');
  const more = setup.end - setup.size;
  if (more <= 0 || reading(file, () => readable(file, setup.size, more)) === more) return;
  throw stop('container', 'not-a-kernel', noKernel('file'), prematureEnd(KERNEL_NAME));
}

function reading<T>(file: GrubFile, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    const { damage, says } = error;
    const evidence = {
      codec: damage?.codec ?? file.filters.at(-1) ?? 'gzip',
      fault: 'corrupt',
      offset: damage?.fault.offset ?? 0,
      stream: 0,
      detail: damage?.fault.detail ?? says,
      loads: false,
    } as const;
    throw stop('container', 'corrupt-payload', evidence, says);
  }
}
