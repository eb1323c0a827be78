import { type Difference, productDifferenceOf } from '../difference-names.ts';
import { doingOf } from '../difference-words.ts';
import type { Evidence } from './product.ts';
import { nameOf, type ProductOnDay } from './state.ts';

/** What a product differs in, and so has a finding, as the report has it: plain data. */
export interface Because {
  /** The id of the product: `debian-12`. */
  readonly product: string;
  /** `no-domu-lzo`; the name of a fact where it is not known whether the product has it. */
  readonly difference: string;
  /** `Debian 12 builds its toolstack without liblzo2`, a clause. */
  readonly what: string;
  /** Whether evidence shows it, it is inferred, or it is not known. */
  readonly certainty: 'shown' | 'inferred' | 'unknown';
  /** What it is inferred from, or why it is not known, a clause; `null` where evidence shows it. */
  readonly from: string | null;
  /** What shows it. */
  readonly evidence: readonly Omit<Evidence, 'shows'>[];
}

/** What `Because` says of one product or more, by their names. */
export function statementOf(
  names: readonly string[],
  { difference, certainty }: Pick<Because, 'difference' | 'certainty'>,
): string {
  const many = names.length > 1;
  const all = many ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
  if (certainty === 'unknown') {
    return `it is not known whether ${all} ${many ? 'have' : 'has'} ${difference}`;
  }
  const found = productDifferenceOf(difference);
  return `${all} ${found ? doingOf(found, many) : difference}`;
}

/**
 * Names the difference of a product that leads to a finding.
 *
 * @param id of the build: that of the product, perhaps with differences of the user's own.
 */
export function becauseOf(id: string, on: ProductOnDay, { name }: Difference): Because {
  const { evidence, inferred } = on.state;
  const inference = inferred?.find(({ differences }) => differences.includes(name));
  const certainty = inference ? 'inferred' : 'shown';
  return {
    product: id,
    difference: name,
    what: statementOf([nameOf(on).label], { difference: name, certainty }),
    certainty,
    from: inference?.from ?? null,
    evidence: evidence
      .filter(({ shows = [] }) => shows.includes(name))
      .map(({ shows: _, ...rest }) => rest),
  };
}

/** Something of a product that no evidence settles. */
export interface OpenQuestion {
  readonly difference: Difference;
  /** `inferred`: the row assumes that the product has this difference. */
  readonly certainty: 'inferred' | 'unknown';
  readonly from: string;
}

/** What no evidence settles of a product. */
export function openQuestions({ state }: ProductOnDay): OpenQuestion[] {
  const { unsure = [], inferred = [] } = state;
  const open = (name: string, rest: Omit<OpenQuestion, 'difference'>): OpenQuestion[] => {
    const difference = productDifferenceOf(name);
    return difference ? [{ difference, ...rest }] : [];
  };
  return [
    ...unsure.flatMap(({ fact, why }) => open(fact, { certainty: 'unknown', from: why })),
    ...inferred.flatMap(({ differences, from }) =>
      differences.flatMap((name) => open(name, { certainty: 'inferred', from })),
    ),
  ];
}

/** Says what is open, as the reason for a warning; `id` as for `becauseOf`. */
export function becauseOpen(id: string, on: ProductOnDay, question: OpenQuestion): Because {
  const { certainty, from } = question;
  const difference = question.difference.name;
  const what = statementOf([nameOf(on).label], { difference, certainty });
  return { product: id, difference, what, certainty, from, evidence: [] };
}
