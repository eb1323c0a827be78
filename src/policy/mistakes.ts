import { UsageError } from '../usage-error.ts';
import type { Place } from './policy.ts';

/** One thing that is wrong with a policy file. */
export interface Mistake {
  readonly place: Place;
  readonly message: string;
}

/** How many mistakes are told; more than that have one cause. */
export const MAX_TOLD = 20;

/** A policy file that cannot be used, with all that is wrong in it. */
export class PolicyError extends UsageError {
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    const told = [...mistakes]
      .sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
      .slice(0, MAX_TOLD);
    super(told.map(describeMistake).join('; '));
    this.mistakes = told;
  }
}

/** `policy.yml:3:5: unknown key 'waiver': did you mean waivers?` */
export function describeMistake({ place, message }: Mistake): string {
  return `${place.path}:${place.line}:${place.column}: ${message}`;
}
