import type { Fact } from '../programs/fact.ts';
import { GRUB_FACTS } from '../programs/grub/facts.ts';
import { XEN_FACTS } from '../programs/xen/facts/facts.ts';

/**
 * What a reader takes a reference for: `Xen 4.15.0: the hypervisor decompresses zstd` for a commit that
 * a fact rests on, `QubesOS/qubes-issues#5980` for an issue, else the address without its scheme.
 *
 * @param address with `https://`, which may be untrusted
 */
export function referenceName(address: string): string {
  const sha = /\/commit\/([0-9a-f]{40})$/.exec(address)?.[1];
  const known = sha === undefined ? undefined : commits().get(sha);
  if (known !== undefined) return known;
  const issue = /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+)\/(?:issues|pull)\/(\d+)$/.exec(address);
  if (issue) return `${issue[1]}#${issue[2]}`;
  return address.replace('https://', '').replace(/[0-9a-f]{40}$/, (whole) => whole.slice(0, 12));
}

/**
 * The same address for a comment on GitHub. To another project's issue it leads by way of GitHub's
 * redirect, so that the issue does not list each pull request that a comment is on.
 */
export function quietAddress(address: string): string {
  return address.replace(
    /^https:\/\/github\.com\/(?=[\w.-]+\/[\w.-]+\/(?:issues|pull)\/\d+$)/,
    'https://redirect.github.com/',
  );
}

let known: Map<string, string> | undefined;

/** By the commit: what it changed, and since when. */
function commits(): ReadonlyMap<string, string> {
  known ??= new Map([...namesOf('Xen', XEN_FACTS), ...namesOf('GRUB', GRUB_FACTS)]);
  return known;
}

function namesOf(program: string, facts: Readonly<Record<string, Fact>>): [string, string][] {
  const byCommit = new Map<string, { since: string; what: string[] }>();
  for (const { since, commit, backports = [], what } of Object.values(facts)) {
    for (const change of [{ since, commit }, ...backports]) {
      const own = byCommit.get(change.commit) ?? { since: change.since, what: [] };
      byCommit.set(change.commit, own);
      own.what.push(what);
    }
  }
  return [...byCommit].map(([sha, { since, what }]) => [
    sha,
    `${program} ${since}: ${what.join('; ')}`,
  ]);
}
