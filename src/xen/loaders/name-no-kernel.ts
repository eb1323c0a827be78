import type { Kernel } from '../../kernel/kernel.ts';
import { nameFile } from '../../kernel/name-file.ts';
import { type Refusal, refusalAt } from '../refusal.ts';

/**
 * Says of a file that is no kernel what it is, in place of where a loader of Xen gave up on it; what
 * Xen prints stays. Any other refusal is left as it is.
 */
export function namerOf(kernel: Kernel): (refusal: Refusal) => Refusal {
  const named = nameFile(kernel);
  if (named === null) return (refusal) => refusal;
  const { format, name } = named;
  const message =
    format === 'empty' ? 'The file is empty.' : `The file is ${name}, which Xen does not load.`;
  return ({ xenSays }) => refusalAt('container', 'not-a-kernel', message, xenSays, { format });
}
