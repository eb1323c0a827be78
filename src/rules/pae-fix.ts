import { pv32OffBy } from '../programs/xen/facts/pv32.ts';
import type { Known } from './known.ts';

/** For a kernel that no PV domain can be: PAE is no way out where Xen runs no 32-bit PV kernel at all. */
export function paeFix({ system, boots }: Pick<Known, 'system' | 'boots'>): string | null {
  if (boots.some(({ has }) => pv32OffBy(has) !== null)) {
    return 'Build the kernel for x86-64: PAE is no way out, because among these Xen releases are some that by default run no 32-bit PV kernel at all.';
  }
  if (system === 'unknown') return null;
  const pae = system === 'linux' ? 'with `CONFIG_X86_PAE=y`' : 'with PAE';
  return `Build the kernel for x86-64. If it must be 32-bit, build it ${pae} and give it a \`PAE_MODE\` note (type 9) with the string \`yes\`, NUL terminated.`;
}
