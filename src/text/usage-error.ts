/** The user asked for something that does not exist: one sentence says what does. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
