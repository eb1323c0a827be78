import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileArtifact } from '../../src/artifacts/artifact.ts';
import { sampleKernel } from '../../src/demo/sample.ts';
import { runGate } from '../../src/gate/gate.ts';
import { NO_POLICY } from '../../src/policy/policy.ts';
import { settle } from '../../src/policy/settings.ts';
import { USUAL_PATHS } from '../../src/policy/usual-paths.ts';
import { parseBootList } from '../../src/programs/boot-list.ts';
import { causesOf } from '../../src/report/causes.ts';
import { findSourceLines } from '../../src/source-lines/source-lines.ts';
import { builds, CALENDAR } from '../support/builds.ts';
import { buildElf, loadSegment, noteSection, noteSegment, notes } from '../support/elf-builder.ts';
import { findLine as find } from '../support/find-line.ts';
import { finding, kernel, report, verdict } from '../support/fixture-report.ts';
import { kernelWith, PV_NOTES, PVH_NOTE } from '../support/kernels.ts';
import { tempFiles } from '../support/temp-files.ts';

const ZSTD = 'CONFIG_XEN=y\nCONFIG_KERNEL_ZSTD=y\n';
const HEAD = 'nop\n\tELFNOTE(Xen, XEN_ELFNOTE_FEATURES,\n\t\t.ascii "one|a_feature")\n';

test('a note that an option leaves out stands at the option', () => {
  const rule = 'wrong-loader';
  const source = { 'linux/head.S': 'ELFNOTE(Xen, XEN_ELFNOTE_LOADER, .asciz "generic")\n' };
  const config = { 'z/.config': '# CONFIG_XEN is not set\n' };
  const about = { rule, notes: ['PHYS32_ENTRY'] };
  expect(find({ ...source, ...config }, about)).toMatch(/^z\/\.config:1/);
  expect(find(source, about)).toMatch(/^linux\/head\.S:1/);
});

test('the surest clue wins, in whatever order the files come', () => {
  const about = { rule: 'dictionary-too-large', codec: 'xz' } as const;
  const files = {
    'a.config': 'CONFIG_KERNEL_XZ=y',
    'z/scripts/xz_wrap.sh': 'xz --lzma2=dict=128MiB',
  };
  expect(find(files, about)).toBe('z/scripts/xz_wrap.sh:1:12 dict=');
});

describe('the line of a note', () => {
  const about = { rule: 'unknown-feature', evidence: { feature: 'a_feature', offset: 316 } };

  test('is that of the feature', () => {
    const files = {
      'a.S': HEAD.replace('a_feature', 'another'),
      'b/linux/arch/x86/xen/xen-head.S': HEAD,
    };
    expect(find(files, about)).toBe('b/linux/arch/x86/xen/xen-head.S:3:15 a_feature');
  });

  test('is that of the note where the feature comes from a macro', () => {
    const files = { 'head.S': 'nop\nELFNOTE(Xen, XEN_ELFNOTE_FEATURES, .asciz ALL)\n' };
    expect(find(files, about)).toBe('head.S:2:1 ELFNOTE(Xen, XEN_ELFNOTE_FEATURES, .asciz ALL)');
  });

  test('is in the tree that the kernel was built in', () => {
    const files = { 'a/arch/x86/xen/xen-head.S': HEAD, 'b/arch/x86/xen/xen-head.S': HEAD };
    expect(find(files, { ...about, path: 'b/vmlinux' })).toMatch(/^b\//);
  });

  test('is in the source for its architecture', () => {
    const files = { 'sys/arch/amd64/amd64/locore.S': HEAD, 'sys/arch/i386/i386/locore.S': HEAD };
    expect(find(files, { ...about, arch: 'i386' })).toMatch(/^sys\/arch\/i386/);
    expect(find(files, { ...about, arch: 'x86_64' })).toMatch(/^sys\/arch\/amd64/);
  });

  test('is not looked for outside of the workspace', () => {
    const outside = tempFiles({ 'head.S': HEAD, 'x86/xen/xen-head.S': HEAD });
    const prepare = (workspace: string) => {
      symlinkSync(join(outside, 'head.S'), join(workspace, 'head.S'));
      symlinkSync(outside, join(workspace, 'arch'));
      symlinkSync('..', join(workspace, 'up'));
      mkdirSync(join(workspace, 'directory.S'));
    };
    expect(find({}, about, { prepare })).toBeNull();
  });

  test('is not looked for in a file that no source is as large as', () => {
    const files = { 'head.S': HEAD + ' '.repeat(2 ** 21), 'other.S': HEAD };
    expect(find(files, about)).toBe('other.S:3:15 a_feature');
  });

  test('is not reported where the name of the file could not be', () => {
    expect(find({ 'he\nad.S': HEAD, 'he##[error]ad.S': HEAD }, about)).toBeNull();
  });
});

describe('what is in no source', () => {
  const about = { rule: 'cut-file' };
  const step = '      - with:\n          kernels: build/*\n';

  test('stands where the workflow that runs names the kernel', () => {
    const files = { '.github/workflows/a.yml': step, '.github/workflows/b.yml': step };
    const run = { workflow: '.github/workflows/b.yml', patterns: ['build/*'] };
    expect(find(files, about, run)).toBe('.github/workflows/b.yml:2:20 build/*');
    expect(find(files, { ...about, path: './build/vmlinuz' }, { patterns: ['build/*'] })).toBe(
      '.github/workflows/a.yml:2:20 build/*',
    );
  });

  test('stands in the policy before that', () => {
    const files = {
      '.github/workflows/a.yml': step,
      '.github/xen-boot-gate.yml': 'kernels:\n  - build/vmlinuz\n',
    };
    expect(find(files, about, { patterns: ['build/*'] })).toBe(
      '.github/xen-boot-gate.yml:2:5 build/vmlinuz',
    );
  });

  test('stands where its own kernel is named, when others are accepted for the same', () => {
    const files = { '.github/xen-boot-gate.yml': 'kernels:\n  - old/vmlinuz\n  - new/vmlinuz\n' };
    const of = (path: string, reason: string) => {
      const waiver = { reason, owner: 'me', expires: '2027-01-01' };
      return kernel({
        path,
        verdicts: [verdict({ findings: [{ ...finding(about), waiver }] })],
      });
    };
    const kernels = [of('new/vmlinuz', 'of both'), of('old/vmlinuz', 'of one')];
    const causes = causesOf(report(kernels));
    const repository = { workflow: null, patterns: [], policies: USUAL_PATHS };
    const locate = findSourceLines(causes, { workspace: tempFiles(files), ...repository });
    expect(causes.map((cause) => locate(cause)?.line)).toEqual([3, 2]);
  });

  test.each(['./ci/gate.yml', 'ci/../ci/gate.yml'])(
    'stands in the policy of the step, %s',
    (policy) => {
      const text = 'kernels:\n  - build/vmlinuz\n';
      const files = { '.github/xen-boot-gate.yml': text, 'ci/gate.yml': text };
      expect(find(files, about, { policy })).toBe('ci/gate.yml:2:5 build/vmlinuz');
      expect(find(files, about, { policy: '../gate.yml' })).toBeNull();
    },
  );

  test.each([
    ['build/vmlinuz-*', 'kernels:\n  cloud: build/vmlinuz-*\n', '2:10 build/vmlinuz-*'],
    ['build/', 'kernels:\n  cloud: [other, build/]\n', '2:18 build/'],
    ['./build/**', 'kernels:\n  cloud:\n    - ./build/**\n', '3:7 ./build/**'],
  ])('stands where the policy names it by %s', (pattern, text, place) => {
    const files = {
      '.github/workflows/a.yml': '      - run: cp x build/vmlinuz-7\n',
      '.github/xen-boot-gate.yml': text,
    };
    const patterns = ['other', pattern];
    expect(find(files, { ...about, path: 'build/vmlinuz-7' }, { patterns })).toBe(
      `.github/xen-boot-gate.yml:${place}`,
    );
  });

  test('stands nowhere else', () => {
    expect(find({ '.github/workflows/a.yml': step, '.config': ZSTD }, about)).toBeNull();
    expect(find({}, { rule: 'constructor' })).toBeNull();
  });
});

test('what the gate says of a real kernel leads to the source that emits it', async () => {
  const required = (name: string) => [...PV_NOTES, { type: 10, value: `!${name}` }];
  const workspace = tempFiles({
    sample: sampleKernel(),
    required: kernelWith(required('needed')),
    dom0: kernelWith(required('dom0')),
    entry: kernelWith([...PV_NOTES, { type: 1, value: 0xffffffff00000000n }]),
    'bsd.S': '.asciz ""\nELFNOTE(Xen, XEN_ELFNOTE_FEATURES, .asciz, "x|hvm_callback_vector")\n',
    lost: buildElf({
      segments: [
        loadSegment(new Uint8Array(16), { paddr: 0x1000000, memSize: 0x200000 }),
        noteSegment(notes(PV_NOTES)),
      ],
      sections: [noteSection(notes([PVH_NOTE]))],
    }),
    'pvh.S': 'ELFNOTE(Xen, XEN_ELFNOTE_PHYS32_ENTRY, .quad pvh_start)\n',
    'start.S': 'ELFNOTE(Xen, XEN_ELFNOTE_ENTRY, .quad start)\n',
    'xtf.S': 'ELFNOTE(Xen, XEN_ELFNOTE_FEATURES, .asciz "!needed|!dom0")\n',
  });
  const report = await runGate({
    artifacts: ['sample', 'required', 'dom0', 'entry', 'lost'].map((name) =>
      fileArtifact(join(workspace, name)),
    ),
    problems: [],
    ...settle(
      NO_POLICY,
      { builds: builds('4.1.0', '4.20.0'), boot: parseBootList(['pv-domu']) },
      CALENDAR,
    ),
  });
  const causes = causesOf(report);
  const locate = findSourceLines(causes, {
    workspace,
    workflow: null,
    patterns: [],
    policies: USUAL_PATHS,
  });
  const found = causes.map((cause) => {
    const region = locate(cause);
    return `${cause.rule} ${region?.file}:${region?.line}:${region?.column}`;
  });
  expect(found.sort()).toEqual([
    'domu-unsupported xtf.S:1:53',
    'entry-out-of-bounds start.S:1:1',
    'notes-lost pvh.S:1:1',
    'unknown-feature bsd.S:2:47',
    'unknown-required-feature xtf.S:1:45',
    'unknown-required-feature xtf.S:1:53',
  ]);
});
