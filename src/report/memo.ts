/** How many answers are remembered. Alike kernels share their verdicts, and a run has a few kinds. */
const MOST_KNOWN = 1000;

/**
 * Computes the answer for an object once, as long as there are few objects. If all kernels of a run
 * differ, remembering every answer would take more memory than the report.
 */
export function memo<K extends object, V>(work: (key: K) => V): (key: K) => V {
  let known = new WeakMap<K, V>();
  let count = 0;
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (count === MOST_KNOWN) {
      known = new WeakMap();
      count = 0;
    }
    const answer = work(key);
    known.set(key, answer);
    count += 1;
    return answer;
  };
}
