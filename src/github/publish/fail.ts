import * as core from '@actions/core';
import { describeError } from '../../files/file-error.ts';
import { describeMistakes, PolicyError } from '../../policy/mistakes.ts';
import { forTerminal, isShowable } from '../../report/escape.ts';
import { fileInCheckout } from '../../report/file-inside.ts';
import { plural } from '../../text/plural.ts';
import { UsageError } from '../../text/usage-error.ts';
import { RUNNER_LIMITS } from './annotations.ts';

/** All that is wrong with the inputs of the step: a sentence for each. */
export class InputsError extends UsageError {
  readonly sentences: readonly string[];

  constructor(sentences: readonly string[]) {
    super(sentences.join(' '));
    this.sentences = sentences;
  }
}

/**
 * Fails the step with a sentence for the user, or with one for each error in the inputs or in a
 * policy. An unexpected error has its stack in the debug log.
 *
 * @param checkout where in the workspace the repository is, with `/` at its end.
 * @returns the sentences, as they are.
 */
export function fail(error: unknown, checkout = ''): string[] {
  if (error instanceof PolicyError) return failForPolicy(error, checkout);
  if (error instanceof UsageError) {
    const sentences = error instanceof InputsError ? error.sentences : [error.message];
    for (const sentence of sentences) core.setFailed(forTerminal(sentence));
    return [...sentences];
  }
  const sentence = describeFault(error);
  core.setFailed(forTerminal(sentence));
  if (core.isDebug() && error instanceof Error) core.debug(error.stack ?? '');
  return [sentence];
}

/** A full disk, or a directory of the runner's that is gone, is nothing that we could fix. */
function describeFault(error: unknown): string {
  const reason = describeError(error);
  const { syscall, path } = Object(error) as NodeJS.ErrnoException;
  if (syscall === undefined)
    return `xen-boot-gate crashed: ${reason}. This is a bug; please report it.`;
  return `The step cannot continue: ${path === undefined ? '' : `${path}: `}${reason}.`;
}

/** Each mistake stands at its place; the log has those that the run's page has no room for. */
function failForPolicy(error: PolicyError, checkout: string): string[] {
  const sentences = describeMistakes(error);
  for (const line of sentences) core.info(forTerminal(line));
  const shown = error.mistakes.slice(0, RUNNER_LIMITS.error);
  for (const { place, message } of shown) {
    const { path, line, column } = place;
    const at = { file: fileInCheckout(checkout, path), startLine: line, startColumn: column };
    core.error(forTerminal(message), { title: 'policy', ...(isShowable(path) && at) });
  }
  const left = error.mistakes.length + error.more - shown.length;
  const rest = left === 0 ? '' : ` It has ${plural(left, 'more error')}: see the log.`;
  core.setFailed(`The policy is invalid.${rest}`);
  return sentences;
}
