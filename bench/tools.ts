import { spawnSync } from 'node:child_process';

/** What to install for a tool that is not there; `null` if it is. */
export function missing(tool: string, debianPackage: string): string | null {
  return spawnSync('which', [tool]).status === 0
    ? null
    : `${tool} is missing: apt-get install ${debianPackage}`;
}
