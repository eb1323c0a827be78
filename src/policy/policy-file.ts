import { FileError } from '../files/file-source.ts';
import { readText } from '../files/text-file.ts';
import type { Calendar } from '../programs/xen/targets.ts';
import { quote } from '../text/quote.ts';
import { UsageError } from '../text/usage-error.ts';
import { loadPolicy, type RefusePath } from './load.ts';
import type { Policy } from './policy.ts';

/** In bytes: far more than anybody writes, and little to read. */
export const MAX_POLICY = 64 * 1024;

/**
 * The policy in a file.
 *
 * @param refuse says which paths it may not have; default: it may have all.
 * @throws {UsageError} where the file cannot be read; a PolicyError with all that is wrong in it.
 */
export function readPolicy(path: string, calendar: Calendar, refuse?: RefusePath): Policy {
  return loadPolicy(readPolicyText(path), path, calendar, refuse);
}

function readPolicyText(path: string): string {
  try {
    return readText(path, MAX_POLICY);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new UsageError(`the policy ${quote(path)} cannot be used: ${error.message}`);
  }
}
