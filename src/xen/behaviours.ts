import type { Behaviour } from './facts/behaviour.ts';
import { HYPERVISOR } from './facts/hypervisor.ts';
import { LIBELF } from './facts/libelf.ts';
import { LZ4 } from './facts/lz4.ts';
import { TOOLSTACK } from './facts/toolstack.ts';

/**
 * Every fact that the code asks for, found in the history of xen.git and checked against each
 * release tag. A loader's `has(…)` is answered from here, and nothing else compares release numbers.
 */
export const BEHAVIOURS = { ...LIBELF, ...LZ4, ...HYPERVISOR, ...TOOLSTACK } as const;

export type BehaviourId = keyof typeof BEHAVIOURS;

/** What a loader may ask about the release that it plays. */
export type Has = (behaviour: BehaviourId) => boolean;

/** One way in which somebody's Xen differs from the release that it is: a fact more, or less. */
export interface Difference {
  readonly behaviour: BehaviourId;
  readonly present: boolean;
}

/**
 * A difference by its name: a behaviour (`domu-zstd`) for a backport of it, `no-` and a behaviour
 * for one that was left out of the build, or the name of a feature (`hvm_callback_vector`) that the
 * note parser was taught; `null` for a name that means nothing.
 */
export function differenceOf(name: string): Difference | null {
  const feature = `feature-${name.replaceAll('_', '-')}`;
  for (const id of [name, feature]) if (isBehaviour(id)) return { behaviour: id, present: true };
  const without = name.startsWith('no-') ? name.slice('no-'.length) : '';
  return isBehaviour(without) ? { behaviour: without, present: false } : null;
}

function isBehaviour(name: string): name is BehaviourId {
  return Object.hasOwn(BEHAVIOURS, name);
}

/** Stands between a release and each difference from it: `4.1.6.1+hvm_callback_vector`. */
export const PLUS = '+';

/** Answers for a release number, `4.17.3`, or one with differences, `4.17.7+no-domu-lzo`. */
export function behavioursOf(version: string): Has {
  const [release = '', ...names] = version.split(PLUS);
  const differences = new Map(
    names.flatMap((name) => {
      const difference = differenceOf(name);
      return difference ? [[difference.behaviour, difference.present]] : [];
    }),
  );
  return (id) => differences.get(id) ?? upstreamHas(release, id);
}

function upstreamHas(version: string, id: BehaviourId): boolean {
  const behaviour: Behaviour = BEHAVIOURS[id];
  return (
    compareVersions(version, behaviour.since) >= 0 ||
    (behaviour.backports ?? []).some(
      ({ since }) => sameSeries(version, since) && compareVersions(version, since) >= 0,
    )
  );
}

function sameSeries(a: string, b: string): boolean {
  const [x, y] = [a.split('.'), b.split('.')];
  return x[0] === y[0] && x[1] === y[1];
}

/**
 * Orders release numbers: negative where `a` is the older one. `4.1.6` is older than `4.1.6.1`, and
 * a release stands before the same one with differences.
 */
export function compareVersions(a: string, b: string): number {
  const [[x = '', ...more], [y = '', ...others]] = [a.split(PLUS), b.split(PLUS)];
  const [left, right] = [x.split('.').map(Number), y.split('.').map(Number)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return more.length - others.length || a.localeCompare(b, 'en');
}
