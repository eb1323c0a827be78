/** What Xen did with its dom0 kernel. */
export type Outcome = 'accepted' | 'refused';

/**
 * Xen gives its own start-up code back when dom0 is built and about to run. When a panic is over it
 * says how it goes on; whatever it had to say about the kernel stands before that.
 */
const LAST_LINES: readonly (readonly [RegExp, Outcome])[] = [
  [/^\(XEN\) Freed \d+kB init memory/m, 'accepted'],
  [/^\(XEN\) (Reboot in five seconds|Manual reset required)/m, 'refused'],
];

/** Reads the outcome from Xen's console; `null` as long as there is none. */
export function outcomeOf(serial: string): Outcome | null {
  return LAST_LINES.find(([line]) => line.test(serial))?.[1] ?? null;
}

/** The release that Xen says it is, `4.17.7`; `null` where it has not come so far. */
export function releaseOf(serial: string): string | null {
  return /^\(XEN\) Xen version (\d+(?:\.\d+)+)/m.exec(serial)?.[1] ?? null;
}
