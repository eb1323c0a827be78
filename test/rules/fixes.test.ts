import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { checkSource } from '../../src/gate/kernel-report.ts';
import { parseBootList } from '../../src/programs/boot-list.ts';
import { BOOT_PATHS, type BootPath, isGrubPath } from '../../src/programs/boot-path.ts';
import { RULES, ruleIds } from '../../src/rules/index.ts';
import type { FailedBoot, Known } from '../../src/rules/known.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { DEFAULT_MACHINE } from '../../src/xen/machine.ts';
import { builds, EVERY_BUILD } from '../support/builds.ts';
import { kernelWith, PV_NOTES } from '../support/kernels.ts';
import { ZSTD } from '../support/step-results.ts';

/** Evidence of any kind: each rule finds its fields in it. */
const EVIDENCE = {
  ...{ codec: 'xz', check: null, limit: 1, wanted: 2, format: null, note: null },
  ...{
    notes: [],
    owner: null,
    why: null,
    because: 'no-xen-notes',
    feature: 'x',
    relocatable: false,
  },
};

type Evidence = Readonly<Record<string, unknown>>;

const boots = (path: BootPath, xen: string) => builds(xen).map(({ has }) => ({ path, has }));

function fixOf(rule: Rule, known: Partial<Known<Evidence>>): string {
  const all = {
    evidence: EVIDENCE,
    stage: rule.stage,
    system: 'other',
    boots: [],
    ...known,
  } as const;
  return rule.fixFor?.(all) ?? rule.fix;
}

/** Rules about what only Linux has: its container, and its notes. */
const OF_LINUX = [
  'boot-protocol-too-old',
  'unknown-codec',
  'lzo-stored-block',
  'phys32-entry-without-pvh',
  'no-dom0-code',
];

describe('the fix of a finding', () => {
  it.each(ruleIds.filter((id) => !OF_LINUX.includes(id)))(
    'speaks of no option of Linux to another system: %s',
    (id) => {
      for (const xen of ['4.1.0', '4.17']) {
        for (const path of BOOT_PATHS) {
          const fix = fixOf(RULES[id], { boots: boots(path, xen) });
          expect(fix).not.toMatch(/CONFIG_|Linux \d/);
        }
      }
    },
  );

  it.each(ruleIds)('is as long as an annotation shows: %s', (id) => {
    for (const system of ['linux', 'other', 'unknown'] as const) {
      for (const path of BOOT_PATHS) {
        const fix = fixOf(RULES[id], { system, boots: boots(path, 'all') });
        expect(fix).toMatch(/^[A-Z`].{40,340}\.$/);
        expect(fix.split('`').length % 2).toBe(1);
      }
    }
  });
});

describe.each(['too-large-for-guest', 'mapping-too-large-for-guest'] as const)('%s', (id) => {
  const fix = (wanted: number | null) => fixOf(RULES[id], { evidence: { ...EVIDENCE, wanted } });

  it('advises more memory where that helps, and only there', () => {
    expect(fix(2 ** 30)).toContain('give the guest more memory');
    expect(fix(null)).not.toContain('memory');
  });
});

/** The fixes of a kernel by what it fails for, on some releases. */
async function fixes(file: Uint8Array, xen: string, boot: readonly BootPath[]) {
  const { verdicts } = await checkSource(bytesSource(file), 'kernel', {
    targets: [
      {
        builds: builds(xen),
        boot: parseBootList(boot),
        among: BOOT_PATHS,
        machine: DEFAULT_MACHINE,
      },
    ],
  });
  const all = verdicts.flatMap(({ findings }) =>
    findings.map(({ rule, fix }) => `${rule}: ${fix}`),
  );
  return [...new Set(all)];
}

describe('another compression', () => {
  it('is one that all releases take which failed', async () => {
    expect(await fixes(ZSTD, '4.0.x', ['pv-dom0', 'pv-domu'])).toEqual([
      expect.stringMatching(/^codec-unsupported: .*gzip \(`CONFIG_KERNEL_GZIP=y`\) or lzma /),
    ]);
    for (const fix of await fixes(ZSTD, '4.1.0..4.1.4', ['pv-dom0'])) expect(fix).not.toMatch(/xz/);
    expect(await fixes(ZSTD, '4.2..4.14', ['pv-dom0'])).toEqual([
      expect.stringMatching(/gzip \(`CONFIG_KERNEL_GZIP=y`\) or xz /),
    ]);
  });

  it('for a guest is no xz where the dictionary of Linux is too large', async () => {
    const [fix] = await fixes(ZSTD, '4.2..4.14', ['pv-domu']);
    expect(fix).not.toMatch(/\bxz\b/);
  });

  it('is one that GRUB takes as well, where GRUB loads the kernel', () => {
    const boot = (path: BootPath) => boots(path, '4.14')[0] as FailedBoot;
    const evidence = { ...EVIDENCE, codec: 'zstd' };
    const fix = (...all: FailedBoot[]) =>
      fixOf(RULES['codec-unsupported'], { boots: all, evidence });
    const offer = 'Compress the kernel with gzip or xz in place of zstd: every';
    expect(fix(boot('pvgrub-domu'))).toContain(`${offer} GRUB that fails here`);
    expect(fix(boot('pvgrub-domu'), boot('pv-dom0'))).toContain(`${offer} Xen and GRUB that`);
  });

  it('is none that a build was made without', async () => {
    const [fix] = await fixes(ZSTD, '4.14+no-dom0-gzip', ['pv-dom0']);
    expect(fix).toMatch(/with xz \(`CONFIG_KERNEL_XZ=y`\) or lz4 /);
    expect(await fixes(ZSTD, '4.14+no-dom0-gzip', ['pv-dom0'])).toHaveLength(1);
  });

  it.each(BOOT_PATHS.filter((path) => !isGrubPath(path)))(
    'is taken by every release, on %s',
    (path) => {
      for (const { id: version, has } of EVERY_BUILD) {
        const fix = fixOf(RULES['codec-unsupported'], {
          system: 'linux',
          boots: [{ path, has }],
        });
        for (const [, codec = ''] of fix.matchAll(/CONFIG_KERNEL_(\w+)/g)) {
          const id = `${path.endsWith('dom0') ? 'dom0' : 'domu'}-${codec.toLowerCase()}`;
          expect(has(id as 'dom0-xz'), `${version} ${codec}`).toBe(true);
        }
      }
    },
  );
});

describe('32-bit PV without PAE', () => {
  it('gets no advice that cannot help', () => {
    const rule = RULES['kernel-mismatch'];
    const on = (xen: string) => fixOf(rule, { system: 'linux', boots: boots('pv-dom0', xen) });
    expect(on('4.13')).toContain('CONFIG_X86_PAE=y');
    expect(on('4.17+pv32')).toContain('CONFIG_X86_PAE=y');
    expect(on('4.17')).not.toContain('CONFIG_X86_PAE');
    expect(on('4.14.0+no-pv32')).not.toContain('CONFIG_X86_PAE');
  });
});

it('a kernel of GRUB gets a fix about notes', async () => {
  const grub = kernelWith(
    PV_NOTES.map((note) => (note.type === 6 ? { ...note, value: 'GRUB' } : note)),
  );
  expect(await fixes(grub, '4.17', ['pvh-domu'])).toEqual([
    expect.stringMatching(/^no-phys32-entry: Emit `PHYS32_ENTRY` \(note type 18\)/),
  ]);
});
