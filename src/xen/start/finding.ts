import type { Refusal, RefusalKind } from '../refusal.ts';

/** What is found of a kernel that was loaded. */
export function finding(
  kind: RefusalKind,
  message: string,
  xenSays: string | null = null,
): Refusal {
  return { kind, stage: 'start', message, xenSays };
}
