import { clip } from '../text/clip.ts';
import { plural } from '../text/plural.ts';
import { UsageError } from '../text/usage-error.ts';
import type { Place } from './policy.ts';

/** One thing that is wrong with a policy file. */
export interface Mistake {
  readonly place: Place;
  readonly message: string;
}

/** How many errors are reported; more than that have one cause. */
const MAX_REPORTED = 50;

/** Of a mistake, in UTF-16 units: the YAML library quotes what it cannot read. */
const MAX_MESSAGE = 1000;

/** A policy file that cannot be used, with all that is wrong in it. */
export class PolicyError extends UsageError {
  /** In the order of the file. */
  readonly mistakes: readonly Mistake[];
  /** How many more were found and are not among them. */
  readonly more: number;

  constructor(mistakes: readonly Mistake[]) {
    const reported = [...mistakes]
      .sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
      .slice(0, MAX_REPORTED)
      .map(({ place, message }) => ({ place, message: clip(message, MAX_MESSAGE) }));
    super(reported.map(describeMistake).join('; '));
    this.mistakes = reported;
    this.more = mistakes.length - reported.length;
  }
}

/** All mistakes of a policy, a line for each, and how many more there are. */
export function describeMistakes({ mistakes, more }: PolicyError): string[] {
  const rest = more > 0 ? [`and ${plural(more, 'more error')}`] : [];
  return [...mistakes.map(describeMistake), ...rest];
}

/** `policy.yml:3:5: unknown key 'waiver': did you mean waivers?` */
function describeMistake({ place, message }: Mistake): string {
  return `${place.path}:${place.line}:${place.column}: ${message}`;
}
