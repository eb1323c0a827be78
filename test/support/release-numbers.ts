/**
 * What looks like a release of Xen and says nothing of its history: each kind with the reason why no
 * fact stands behind it.
 */
const OTHERS: readonly (readonly [pattern: RegExp, because: string])[] = [
  [/Linux \d+(\.\d+)+/g, 'a version of Linux'],
  [/`xen-\d\.\d`/g, 'a value of the note XEN_VERSION'],
  [/RELEASE-4\.22\.0\b/g, 'a link into the sources, which stays where it is'],
  [/`[\d.]+\+[^`]+`/g, 'an example of a difference'],
  [/\b\d+\.\d+ s\b/g, 'a time'],
];

/** The releases of Xen that a text names, each with what stands before it, and without these. */
export function releasesIn(text: string): string[] {
  const rest = OTHERS.reduce((rest, [pattern]) => rest.replace(pattern, ''), text);
  return rest.match(/.{0,40}\b4\.\d+(\.\d+)*/g) ?? [];
}
