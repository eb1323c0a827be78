import type { Kernel } from '../../kernel/kernel.ts';
import { nameFile } from '../../kernel/name-file.ts';
import { noKernel } from '../../rules/no-kernel.ts';
import { type Refusal, refusalAt } from '../refusal.ts';

/**
 * Says of a file that is no kernel what it is, in place of where a loader of Xen gave up on it; what
 * Xen prints stays. Any other refusal is left as it is.
 */
export function namerOf(kernel: Kernel): (refusal: Refusal) => Refusal {
  const named = nameFile(kernel);
  if (named === null) return (refusal) => refusal;
  const evidence = noKernel('file', named);
  return ({ xenSays }) => refusalAt('container', 'not-a-kernel', evidence, xenSays);
}
