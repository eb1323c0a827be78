import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileArtifact } from '../../src/artifacts/artifact.ts';
import { bytesSource } from '../../src/bytes/bytes.ts';
import type { Report } from '../../src/contract/report.ts';
import { sampleKernel } from '../../src/demo/sample.ts';
import { runGate } from '../../src/gate/gate.ts';
import { checkSource } from '../../src/gate/kernel-report.ts';
import { startTime } from '../../src/gate/time-limit.ts';
import { NO_POLICY } from '../../src/policy/policy.ts';
import { settle } from '../../src/policy/settings.ts';
import { parseBootList } from '../../src/programs/boot-list.ts';
import { CALENDAR, EVERY_BUILD, idsOf } from '../support/builds.ts';
import { buildBzImage, gzipPayload } from '../support/bzimage-builder.ts';
import { gate } from '../support/gate.ts';
import { kernelWith, PV_NOTES, PVH_NOTE } from '../support/kernels.ts';
import { XZ } from '../support/step-results.ts';
import { tempFiles } from '../support/temp-files.ts';

const ELF = kernelWith(PV_NOTES);

/** `pv-dom0 4.1.6.1 fails: unknown-feature`, a line for each verdict. */
function verdicts(report: Report): string[] {
  return report.kernels.flatMap(({ verdicts }) =>
    verdicts.map(({ boot, builds, status, findings }) =>
      [`${boot} ${idsOf(builds)} ${status}`, ...findings.map(({ rule }) => rule)].join(': '),
    ),
  );
}

describe('a run out of time', () => {
  const files = { a: sampleKernel(), b: sampleKernel(), c: sampleKernel(), d: sampleKernel() };

  it('keeps what it checked, names what it did not check, and fails', async () => {
    let now = 0;
    const onArtifact = () => {
      now += 1000;
    };
    const report = await gate(files, { onArtifact, checkTime: startTime(2000, () => now) });
    expect(report.kernels.map(({ path }) => path)).toEqual(['a', 'b']);
    expect(report.problems).toEqual([
      {
        path: expect.stringMatching(/\/c$/),
        message: expect.stringMatching(
          /^not checked, because the run took more than 2s, the limit of "max-time", nor 1 input after it: \S*\/d$/,
        ),
      },
    ]);
    expect(report.gate.passed).toBe(false);
  });

  it('names a few of many', async () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`k${i}`, 'x']));
    let now = 0;
    const checkTime = startTime(3_600_000, () => now);
    now = 3_600_001;
    const { problems } = await gate(many, { checkTime });
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(
      /more than 1h, .* nor 29 inputs after it: .* and 21 more$/,
    );
  });
});

describe('the gate', () => {
  it('checks a kernel on the paths that it claims', async () => {
    const report = await gate({ vmlinux: kernelWith(PV_NOTES) });
    expect(verdicts(report)).toEqual([
      'pv-dom0 4.1.6.1 4.17.7 boots',
      'pv-domu 4.1.6.1 4.17.7 boots',
    ]);
    expect(report.gate).toEqual({ passed: true, failed: 0, warned: 0, waived: 0 });
  });

  it('asks nothing of the notes of an ELF file for another machine', async () => {
    const other = kernelWith([]).slice();
    other.set([183, 0], 18); // e_machine: EM_AARCH64
    const [kernel] = (await gate({ vmlinux: other })).kernels;
    expect(kernel?.claims).toBeNull();
    const rules = kernel?.verdicts.flatMap(({ findings }) => findings.map(({ rule }) => rule));
    expect(new Set(rules)).toEqual(new Set(['not-a-kernel']));
  });

  it('fails for what a single release refuses, and says why', async () => {
    const report = await gate({ vmlinux: sampleKernel() }, { boot: parseBootList(['pv-domu']) });
    expect(verdicts(report)).toEqual([
      'pv-domu 4.1.6.1 fails: unknown-feature',
      'pv-domu 4.17.7 boots',
    ]);
    expect(report.gate).toEqual({ passed: false, failed: 1, warned: 0, waived: 0 });
    const [finding] = report.kernels[0]?.verdicts[0]?.findings ?? [];
    expect(finding).toMatchObject({
      level: 'error',
      stage: 'notes',
      message: expect.stringContaining('hvm_callback_vector'),
      xenSays: 'xc_dom_probe_bzimage_kernel: kernel is not a bzImage',
      fix: expect.stringContaining('FEATURES'),
    });
    expect(finding?.references).not.toEqual([]);
  });

  it('reports what the file is', async () => {
    const { kernels } = await gate({ vmlinux: sampleKernel() });
    expect(kernels[0]).toMatchObject({
      path: 'vmlinux',
      format: 'elf',
      codec: null,
      arch: 'x86_64',
      linuxVersion: null,
      buildId: null,
      size: sampleKernel().length,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(kernels[0]?.notes[0]).toEqual({ type: 6, name: 'GUEST_OS', value: 'linux' });
  });

  it.each([
    ['the payload of a bzImage', XZ, 'xz'],
    ['gzip around an ELF file', gzipPayload(ELF), 'gzip'],
    ['gzip around a bzImage', gzipPayload(XZ), 'xz'],
    ['a payload that is not compressed', buildBzImage({ payload: ELF }), null],
    ['text', Buffer.from('text'), null],
  ])('names the codec of %s', async (_, file, codec) => {
    const { kernels, binaries } = await gate({ file });
    expect(kernels).toMatchObject([{ codec }]);
    expect(binaries).toBeUndefined();
  });

  it('passes where each kernel was checked, and not only some', async () => {
    const files = { pv: kernelWith(PV_NOTES), pvh: kernelWith([PVH_NOTE]) };
    const report = await gate(files, { xen: '4.9', failOn: 'never' });
    expect(report.gate).toMatchObject({ passed: false, failed: 0 });
    expect((await gate({ pv: files.pv }, { xen: '4.9' })).gate.passed).toBe(true);
  });

  it('counts combinations of kernel, boot path and release', async () => {
    const files = { a: sampleKernel(), b: sampleKernel() };
    const report = await gate(files, { xen: '4.0.x,4.1.x,4.2.0' });
    expect(report.gate.failed).toBe(2 * 2 * 13);
  });

  it.each([
    ['a text file', 'no kernel at all', 'not-a-kernel'],
    ['an empty file', '', 'not-a-kernel'],
    ['a kernel cut in its program headers', sampleKernel().subarray(0, 100), 'cut-file'],
    ['a kernel cut before its section headers', sampleKernel().subarray(0, 300), 'cut-file'],
    ['the start of an ELF header', sampleKernel().subarray(0, 7), 'not-a-kernel'],
  ])('%s fails on every target', async (_, content, rule) => {
    const report = await gate({ file: content });
    expect(verdicts(report)).not.toContainEqual(expect.stringContaining('boots'));
    const found = report.kernels[0]?.verdicts.filter(({ status }) => status !== 'unsupported');
    expect(found?.map(({ boot }) => boot)).toEqual(
      expect.arrayContaining(['pv-dom0', 'pvh-dom0', 'pv-domu', 'pvh-domu']),
    );
    for (const { loads, status, findings } of found ?? []) {
      const rules = findings.map((finding) => finding.rule);
      expect([loads, status, rules]).toEqual([false, 'fails', [rule]]);
    }
    expect(report.gate.passed).toBe(false);
  });

  it('fails a kernel that claims no boot path, on every path', async () => {
    const report = await gate(
      { vmlinux: kernelWith([{ type: 7, value: '2.6' }]) },
      { xen: '4.17' },
    );
    const paths = ['pv-dom0', 'pvh-dom0', 'pv-domu', 'pvh-domu'];
    expect(report.kernels[0]?.verdicts.map(({ boot }) => boot)).toEqual(paths);
    for (const { status, findings } of report.kernels[0]?.verdicts ?? []) {
      expect(status).toBe('fails');
      expect(findings.map(({ rule }) => rule)).toContain('no-boot-path');
    }
  });

  it('says that Xen loads a kernel of which it loses notes', async () => {
    const file = readFileSync('test/cases/notes-lost.elf');
    const { kernels } = await gate({ vmlinux: file }, { xen: 'every' });
    const found = kernels[0]?.verdicts.filter(({ status }) => status !== 'unsupported') ?? [];
    expect(new Set(found.map(({ status, loads }) => `${status}, loads: ${loads}`))).toEqual(
      new Set(['warns, loads: true']),
    );
  });

  it('asks for no claim on a path that the user names', async () => {
    const vmlinux = kernelWith([{ type: 7, value: '2.6' }]);
    const report = await gate({ vmlinux }, { xen: '4.17', boot: parseBootList(['pv-domu']) });
    const rules = report.kernels[0]?.verdicts.flatMap(({ findings }) =>
      findings.map((f) => f.rule),
    );
    expect(rules).not.toContain('no-boot-path');
    expect(report.gate.passed).toBe(false);
  });

  it('a path that a release lacks is no failure', async () => {
    const vmlinux = kernelWith([...PV_NOTES, PVH_NOTE]);
    const report = await gate({ vmlinux }, { xen: '4.9,4.17', boot: parseBootList(['pvh-domu']) });
    expect(verdicts(report)).toEqual(['pvh-domu 4.9.4 unsupported', 'pvh-domu 4.17.7 boots']);
    expect(report.gate.passed).toBe(true);
  });

  it.each(['fails', 'never'] as const)(
    'nothing checked is no pass (--fail-on %s)',
    async (failOn) => {
      const files = { old: kernelWith([...PV_NOTES, PVH_NOTE]) };
      const report = await gate(files, { xen: '4.9', boot: parseBootList(['pvh-domu']), failOn });
      expect(report.gate).toEqual({ passed: false, failed: 0, warned: 0, waived: 0 });
      expect((await gate({}, { failOn })).gate.passed).toBe(false);
    },
  );

  it('passes in spite of failures where the user asks for a report only', async () => {
    const report = await gate({ vmlinux: sampleKernel() }, { failOn: 'never' });
    expect(report.gate).toMatchObject({ passed: true, failed: 2 });
  });

  it('has a verdict for whatever an untrusted user sends', async () => {
    const changes = fc.array(fc.tuple(fc.nat(sampleKernel().length - 1), fc.nat(255)));
    await fc.assert(
      fc.asyncProperty(changes, fc.nat(sampleKernel().length), async (changed, length) => {
        const bytes = sampleKernel();
        for (const [at, value] of changed) bytes[at] = value;
        const report = await checkSource(bytesSource(bytes.subarray(0, length)), 'hostile', {
          targets: settle(NO_POLICY, { builds: EVERY_BUILD }, CALENDAR).targets,
        });
        for (const { loads, status, findings } of report.verdicts) {
          expect(status === 'fails').toBe(findings.length > 0);
          if (status === 'boots') expect(loads).toBe(true);
        }
        const counted = report.verdicts.reduce((sum, { builds }) => sum + builds.length, 0);
        expect(counted).toBe(EVERY_BUILD.length * new Set(report.verdicts.map((v) => v.boot)).size);
      }),
    );
  });

  it('checks the others where one file cannot be read', async () => {
    const root = tempFiles({ good: kernelWith(PV_NOTES) });
    const report = await runGate({
      artifacts: [join(root, 'missing'), join(root, 'good')].map(fileArtifact),
      problems: [{ path: 'before', message: 'no such file' }],
      ...settle(NO_POLICY, { builds: EVERY_BUILD.slice(-1), failOn: 'never' }, CALENDAR),
    });
    expect(report.kernels).toHaveLength(1);
    expect(report.problems).toEqual([
      { path: 'before', message: 'no such file' },
      { path: join(root, 'missing'), message: expect.stringContaining('no such file') },
    ]);
    expect(report.gate.passed).toBe(false);
  });
});
