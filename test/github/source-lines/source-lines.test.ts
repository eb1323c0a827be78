import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sampleKernel } from '../../../src/demo/sample.ts';
import { runGate } from '../../../src/gate.ts';
import { findSourceLines } from '../../../src/github/source-lines/source-lines.ts';
import { NO_POLICY } from '../../../src/policy/policy.ts';
import { settle } from '../../../src/policy/settings.ts';
import { causesOf } from '../../../src/report/causes.ts';
import type { SourceRegion } from '../../../src/report/source-region.ts';
import { RELEASES } from '../../../src/xen/releases.ts';
import {
  buildElf,
  loadSegment,
  noteSection,
  noteSegment,
  notes,
} from '../../support/elf-builder.ts';
import { finding, kernel, report, verdict } from '../../support/fixture-report.ts';
import { kernelWith, PV_NOTES, PVH_NOTE } from '../../support/kernels.ts';
import { tempFiles } from '../../support/temp-files.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** `file:line:column text` of what is found for the only cause of a rule, or `null`. */
function find(
  files: Files,
  about: {
    rule?: string;
    message?: string;
    path?: string;
    codec?: 'zstd' | 'xz';
    arch?: string;
    linuxVersion?: string;
    /** The names of the Xen notes that the kernel has. */
    notes?: readonly string[];
  },
  run: {
    workflow?: string;
    patterns?: string[];
    policy?: string;
    prepare?: (workspace: string) => void;
  } = {},
): string | null {
  const {
    rule = 'codec-unsupported',
    message = '',
    path = 'build/vmlinuz',
    codec = 'zstd',
    notes = ['FEATURES'],
    ...more
  } = about;
  const workspace = tempFiles(files);
  run.prepare?.(workspace);
  const verdicts = [verdict({ findings: [finding({ rule, message })] })];
  const held = notes.map((name) => ({ type: 0, name, value: '' }));
  const causes = causesOf(report([kernel({ path, codec, verdicts, notes: held, ...more })]));
  const { workflow = null, patterns = [], policy = null } = run;
  const locate = findSourceLines(causes, { workspace, workflow, patterns, policy });
  const [region] = causes.map(locate);
  return region ? show(files, region) : null;
}

function show(files: Files, { file, line, column, endLine, endColumn }: SourceRegion): string {
  const lines = String(files[file])
    .split('\n')
    .slice(line - 1, endLine);
  lines[lines.length - 1] = lines.at(-1)?.slice(0, endColumn - 1) ?? '';
  lines[0] = lines[0]?.slice(column - 1) ?? '';
  return `${file}:${line}:${column} ${lines.join('\n')}`;
}

const ZSTD = 'CONFIG_XEN=y\nCONFIG_KERNEL_ZSTD=y\n';
const HEAD = 'nop\n\tELFNOTE(Xen, XEN_ELFNOTE_FEATURES,\n\t\t.ascii "one|a_feature")\n';

describe('the line of an option', () => {
  test('is found in what people write before what the build writes', () => {
    const files = { '.config': ZSTD, 'kernel/xen.config': ZSTD, 'a/b/defconfig': `\n${ZSTD}` };
    expect(find(files, {})).toBe('kernel/xen.config:2:1 CONFIG_KERNEL_ZSTD=y');
  });

  test('is found in what the build writes where it is nowhere else', () => {
    const files = { '.config': ZSTD, Makefile: 'all:\n\tmake\n' };
    expect(find(files, {})).toBe('.config:2:1 CONFIG_KERNEL_ZSTD=y');
  });

  test('is that of the compression of this kernel', () => {
    const files = { '.config': `${ZSTD}CONFIG_KERNEL_XZ=y\n` };
    expect(find(files, { codec: 'xz' })).toBe('.config:3:1 CONFIG_KERNEL_XZ=y');
  });

  test.each([
    '.config',
    'config-6.1',
    'x86_64_defconfig',
    'kernel-config.x86',
    'a.cfg',
    'b.nix',
    'kernel-local',
    'PKGBUILD',
    'build.sh',
  ])('may be in %s', (name) =>
    expect(find({ [name]: ZSTD }, {})).toBe(`${name}:2:1 CONFIG_KERNEL_ZSTD=y`),
  );

  test.each([
    'arch/arm64/configs/defconfig',
    'kernel/configs/tiny.config',
    'linux/arch/x86/configs/tiny.config',
    'kernel/configs/nopm.config',
    'linux/.config.old',
    'tools/testing/selftests/bpf/config',
    'Documentation/a.config',
    '.git/config',
    'node_modules/a/.config',
    'arch/x86/Kconfig',
    'include/config.h',
    'a.txt',
    'a.c',
  ])('is not looked for in %s', (name) => expect(find({ [name]: ZSTD }, {})).toBeNull());

  test('of Ubuntu is in its annotations', () => {
    const path = 'debian.master/config/annotations';
    const text = "CONFIG_KERNEL_ZSTD   policy<{'amd64': 'y', 's390x': '-'}>";
    const large = `# ${' '.repeat(2 ** 20)}\n${text}\n`;
    expect(find({ [path]: large }, {})).toBe(`${path}:2:1 ${text.slice(0, 41)}`);
  });

  test('that is missing is where it is said to be', () => {
    const rule = 'no-phys32-entry';
    const files = { '.config': 'CONFIG_XEN=y\n# CONFIG_XEN_PVH is not set\n' };
    expect(find(files, { rule })).toBe('.config:2:1 # CONFIG_XEN_PVH is not set');
    const xenOff = { '.config': '# CONFIG_XEN is not set\n' };
    expect(find(xenOff, { rule, notes: ['PHYS32_RELOC'] })).toBe(
      '.config:1:1 # CONFIG_XEN is not set',
    );
    // A Linux with other notes of Xen has CONFIG_XEN, whatever some file of its repository says.
    expect(find(xenOff, { rule, notes: ['PHYS32_RELOC', 'LOADER'] })).toBeNull();
  });

  const off = '# CONFIG_XEN is not set\n';
  test.each([
    ['kernel-aarch64.config', 'kernel-x86_64.config'],
    ['kernel-i686-PAE.config', 'kernel-x86_64.config'],
    ['debian/config/arm64/config', 'debian/config/kernelarch-x86/config'],
    ['arch/x86/configs/i386_defconfig', 'arch/x86/configs/x86_64_defconfig'],
    ['lts.riscv64.config', 'lts.x86_64.config'],
    ['kernel-x86_64-debug-fedora.config', 'kernel-x86_64-fedora.config'],
    ['a.config', 'b.config', 'CONFIG_ARM64=y\n'],
    ['a.config', 'b.config', 'CONFIG_X86=y\nCONFIG_X86_32=y\n'],
    ['configs/a_defconfig', 'configs/b_defconfig', 'BR2_powerpc64=y\n'],
  ])('of an x86-64 kernel is not in %s beside %s', (other, own, setting = '') => {
    const about = { rule: 'no-xen-notes', notes: [] };
    const files = { [other]: off + setting, [own]: off };
    expect(find(files, about)).toBe(`${own}:1:1 # CONFIG_XEN is not set`);
    const alone = find({ [other]: off + setting }, about);
    if (!other.includes('debug')) expect(alone).toBeNull();
  });

  test('is found behind more of others than is read', () => {
    const filler = `CONFIG_A=y\n${' '.repeat(2 ** 21 - 11)}`;
    const others = Array.from({ length: 17 }, (_, at) => [`a${at}.arm64.config`, filler]);
    expect(find({ ...Object.fromEntries(others), 'z.config': ZSTD }, {})).toMatch(/^z\.config:2/);
  });

  test('of a 32-bit kernel is in the configuration for that', () => {
    const files = { 'config.amd64': off, 'config.i386': off, 'config.armhf': off };
    expect(find(files, { rule: 'no-xen-notes', notes: [], arch: 'i386' })).toMatch(
      /^config\.i386:/,
    );
  });

  test('is in the flavour that the kernel is named for', () => {
    const files = { 'a/config': ZSTD, 'a/config.cloud': ZSTD, 'a/virt.x86_64.config': ZSTD };
    const linuxVersion = '6.12.94+deb13-cloud-amd64 (debian-kernel)';
    expect(find(files, { linuxVersion })).toMatch(/^a\/config\.cloud:/);
    expect(find(files, { path: 'pkg/boot/vmlinuz-virt' })).toMatch(/^a\/virt\.x86_64\.config:/);
  });

  test('is in the tree that the kernel was built in', () => {
    const files = { 'linux-6.1/.config': ZSTD, 'linux-6.6/.config': ZSTD };
    const path = 'linux-6.6/arch/x86/boot/bzImage';
    expect(find(files, { path })).toMatch(/^linux-6\.6\/\.config:/);
  });

  describe('where there is the configuration of the build', () => {
    const built = `${ZSTD}CONFIG_SMP=y\nCONFIG_PM=y\n# CONFIG_KERNEL_XZ is not set\n`;
    const merged = `${ZSTD}CONFIG_SMP=y\n`;
    const unmerged = `${ZSTD}CONFIG_PM=n\nCONFIG_NUMA=y\n`;

    test('is in the file that was merged into it', () => {
      const files = { '.config': built, 'a.config': unmerged, 'z/acme_defconfig': merged };
      expect(find(files, {})).toBe('z/acme_defconfig:2:1 CONFIG_KERNEL_ZSTD=y');
    });

    test('is there, and in no defconfig that was not', () => {
      expect(find({ '.config': built, 'a.config': unmerged }, {})).toBe(
        '.config:2:1 CONFIG_KERNEL_ZSTD=y',
      );
    });

    test('beside a kernel that is installed, there', () => {
      const files = {
        'boot/config-6.1-a': built,
        'boot/config-6.1-b': built,
        'src/.config': built,
        'a.config': unmerged,
      };
      expect(find(files, { path: 'boot/vmlinuz-6.1-b' })).toMatch(/^boot\/config-6\.1-b:2/);
      expect(find({ 'a/config': built, 'b.config': merged }, { path: 'a/vmlinuz' })).toMatch(
        /^b\.config:2/,
      );
    });

    test('is in that of the nearest build', () => {
      const files = { 'out/arm/.config': ZSTD, 'out/pc/.config': ZSTD, 'a.config': unmerged };
      expect(find(files, { path: 'out/pc/arch/x86/boot/bzImage' })).toMatch(/^out\/pc\/\.config/);
    });
  });
});

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
  const about = { rule: 'unknown-feature', message: 'It names "a_feature", which is unknown.' };

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

  test('is not told where the name of the file could not be', () => {
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

  test('stands where its own kernel is named, when others are excused of the same', () => {
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
    const repository = { workflow: null, patterns: [], policy: null };
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
  const releases = RELEASES.filter(({ version }) => version === '4.1.0' || version === '4.20.0');
  const report = await runGate({
    files: ['sample', 'required', 'dom0', 'entry', 'lost'].map((name) => join(workspace, name)),
    problems: [],
    ...settle(NO_POLICY, { releases, boot: ['pv-domu'] }, '2026-11-23'),
  });
  const causes = causesOf(report);
  const locate = findSourceLines(causes, {
    workspace,
    workflow: null,
    patterns: [],
    policy: null,
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
