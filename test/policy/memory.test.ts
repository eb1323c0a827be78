import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { checkSource } from '../../src/gate/kernel-report.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { PolicyError } from '../../src/policy/mistakes.ts';
import { type Overrides, settle } from '../../src/policy/settings.ts';
import { CALENDAR } from '../support/builds.ts';
import { kernel, verdict } from '../support/fixture-report.ts';
import { kernelWith, PV_NOTES } from '../support/kernels.ts';
import { ruled, verdicts } from '../support/ruled.ts';

const MIB = 2 ** 20;

/** `pv-domu 256 MiB`, for each verdict of a PV kernel on one release. */
async function asked(policy: string, overrides: Overrides = {}): Promise<string[]> {
  const { targets } = settle(loadPolicy(policy, 'p.yml', CALENDAR), overrides, CALENDAR);
  const report = await checkSource(bytesSource(kernelWith(PV_NOTES)), 'vmlinux', { targets });
  return report.verdicts.map(({ boot, memory }) => `${boot} ${memory / MIB} MiB`);
}

const BOTH = 'targets: {required: [{xen: 4.17, guest-memory: 256MiB}, {xen: 4.17, boot: pv-domu}]}';

describe('memory', () => {
  it.each([
    ['nothing', 'targets: {required: {xen: 4.17}}', ['pv-dom0 4096 MiB', 'pv-domu 4096 MiB']],
    [
      'the policy',
      'guest-memory: 1GiB\ntargets: {required: {xen: 4.17}}',
      ['pv-dom0 4096 MiB', 'pv-domu 1024 MiB'],
    ],
    [
      'a target',
      'guest-memory: 1GiB\ntargets: {required: {xen: 4.17, guest-memory: 256MiB, dom0-memory: 2GiB}}',
      ['pv-dom0 2048 MiB', 'pv-domu 256 MiB'],
    ],
    ['two targets', BOTH, ['pv-dom0 4096 MiB', 'pv-domu 256 MiB', 'pv-domu 4096 MiB']],
    [
      'an exception for guests',
      'targets: {required: {xen: 4.17}, allowed-to-fail: {xen: 4.17, guest-memory: 64MiB}}',
      ['pv-dom0 4096 MiB', 'pv-domu 4096 MiB', 'pv-domu 64 MiB'],
    ],
  ])('is what %s says', async (_, policy, expected) => {
    expect(await asked(policy)).toEqual(expected);
  });

  it('is overridden everywhere by an option', async () => {
    expect(await asked(BOTH, { guestMemory: 512 * MIB })).toEqual([
      'pv-dom0 4096 MiB',
      'pv-domu 512 MiB',
    ]);
  });

  it.each([
    ['guest-memory: 256', "1:15: '256' cannot be a size of memory: write 256MiB"],
    ['guest-memory: 512MB', "1:15: '512MB' cannot be a size of memory: write 512MiB"],
    ['dom0-memory: much', "1:14: 'much' cannot be a size of memory: write a size such as 256MiB"],
    ['targets: {ignored: {guest-memory: 2G}}', "1:35: '2G' cannot be a size of memory: write 2GiB"],
    ['dom0-memory: 17000GiB', "1:14: 'dom0-memory' cannot be '17000GiB': the most memory is"],
    [
      'targets: {required: {guest-memory: 1KiB}}',
      "1:36: 'guest-memory' cannot be '1KiB': it is not a whole number of MiB",
    ],
    ['guest-memory: [1GiB]', "1:15: 'guest-memory' must be a text"],
    ['guest_memory: 1GiB', "1:1: unknown key 'guest_memory': did you mean guest-memory?"],
  ])('that is none is a mistake: %s', (text, message) => {
    const load = () => loadPolicy(text, 'p.yml', CALENDAR);
    expect(load).toThrow(PolicyError);
    expect(load).toThrow(message);
  });
});

describe('an exception', () => {
  const releases = ['4.17.7'];
  const verdictsOfThree = [
    verdict({ releases, memory: 64 * MIB }),
    verdict({ releases }),
    verdict({ boot: 'pv-dom0', releases }),
  ];
  const kernels = [kernel({ verdicts: verdictsOfThree })];
  const marks = (policy: string) => verdicts(ruled(policy, { kernels }));

  it('for guests with some memory is none for others, nor for dom0', () => {
    expect(marks('targets: {allowed-to-fail: {guest-memory: 64MiB}}')).toEqual([
      'pv-domu 4.17.7 boots allowed-to-fail',
      'pv-domu 4.17.7 boots',
      'pv-dom0 4.17.7 boots',
    ]);
  });

  it('that names a boot path is for it, whatever its memory', () => {
    expect(marks('targets: {ignored: {boot: [pv-dom0, pv-domu], guest-memory: 64MiB}}')).toEqual([
      'pv-domu 4.17.7 boots ignored',
      'pv-domu 4.17.7 boots',
      'pv-dom0 4.17.7 boots ignored',
    ]);
  });
});
