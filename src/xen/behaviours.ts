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

/** Answers for one release number, `4.17.3`. */
export function behavioursOf(version: string): Has {
  return (id) => {
    const behaviour: Behaviour = BEHAVIOURS[id];
    return (
      compareVersions(version, behaviour.since) >= 0 ||
      (behaviour.backports ?? []).some(
        ({ since }) => sameSeries(version, since) && compareVersions(version, since) >= 0,
      )
    );
  };
}

function sameSeries(a: string, b: string): boolean {
  const [x, y] = [a.split('.'), b.split('.')];
  return x[0] === y[0] && x[1] === y[1];
}

/** Orders release numbers: negative where `a` is the older one. `4.1.6` is older than `4.1.6.1`. */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const difference = (x[i] ?? 0) - (y[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
