import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BOOT_PATHS, CLAIMED_PATHS, isOffered } from '../../src/programs/boot-path.ts';
import { build } from '../support/builds.ts';

it.each([
  ['4.9.4', 'pv-dom0 pv-domu'],
  ['4.10.0', 'pv-dom0 pv-domu pvh-domu'],
  ['4.11.0', 'pv-dom0 pvh-dom0 pv-domu pvh-domu'],
  ['4.9.4+pvh-domu', 'pv-dom0 pv-domu pvh-domu'],
  ['4.22.0+no-pvh-dom0', 'pv-dom0 pv-domu pvh-domu'],
])('Xen %s offers %s', (name, paths) => {
  const offered = CLAIMED_PATHS.filter((path) => isOffered(path, build(name)));
  expect(offered.join(' ')).toBe(paths);
});

it.each(['report.schema.json', 'policy-1.json'])('%s names every boot path', (file) => {
  const schema = readFileSync(`schema/${file}`, 'utf8').replaceAll(/\s+/g, ' ');
  const names = BOOT_PATHS.map((path) => `"${path}"`).join(', ');
  expect(schema).toContain(names);
});

it('is for PV guests only where the hypervisor runs them', () => {
  const offered = (name: string) => BOOT_PATHS.filter((path) => isOffered(path, build(name)));
  expect(offered('4.17.7')).toEqual(BOOT_PATHS);
  expect(offered('4.17.7+no-pv')).toEqual(['pvh-dom0', 'pvh-domu', 'pvhgrub-domu']);
});
