import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { XZ_128, ZSTD } from '../support/step-results.ts';
import { tempFiles } from '../support/temp-files.ts';
import { config, multibootXen, xenLibrary } from '../support/xen-builder.ts';

const folder = mkdtempSync(join(tmpdir(), 'xen-boot-gate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const XZ128 = join(folder, 'xz128.img');
writeFileSync(XZ128, XZ_128);

function xenFiles(): { xen: string; library: string; newer: string } {
  const root = tempFiles({
    'xen.gz': gzipSync(multibootXen()),
    'libxenguest.so.4.17': xenLibrary({ limits: [256] }),
    'xen-4.20.gz': gzipSync(multibootXen({ minor: 20, extra: '.5-pre', dom0Callers: 2 })),
  });
  return {
    xen: `${root}/xen.gz`,
    library: `${root}/libxenguest.so.4.17`,
    newer: `${root}/xen-4.20.gz`,
  };
}

interface Verdicts {
  readonly binaries: readonly { readonly id: string; readonly missing: readonly string[] }[];
  readonly kernels: readonly {
    readonly verdicts: readonly {
      readonly boot: string;
      readonly releases: readonly string[];
      readonly binaries?: readonly string[];
      readonly status: string;
    }[];
  }[];
}

async function verdicts(...options: readonly string[]): Promise<Verdicts> {
  const { stdout } = await runCli(['check', XZ128, '--format', 'json', ...options]);
  return JSON.parse(stdout);
}

describe('check --xen-binary', () => {
  it('checks for a hypervisor and a toolstack library as one Xen, and for nothing else', async () => {
    const { xen, library } = xenFiles();
    const id = `${xen} + ${library}`;
    const report = await verdicts('--xen-binary', xen, '--xen-binary', library);
    expect(report.binaries).toMatchObject([{ id, missing: [] }]);
    const all = report.kernels.flatMap((kernel) => kernel.verdicts);
    expect(all.map(({ boot, status }) => `${boot} ${status}`)).toEqual([
      'pv-dom0 boots',
      'pvh-dom0 boots',
      'pv-domu boots',
      'pvh-domu boots',
    ]);
    for (const verdict of all) expect(verdict).toMatchObject({ releases: [], binaries: [id] });
  });

  it('takes what a hypervisor does not say from its release', async () => {
    const { xen } = xenFiles();
    const report = await verdicts('--xen-binary', xen, '--xen', '4.17', '--boot', 'pv-domu');
    expect(report.binaries).toMatchObject([{ id: xen, missing: ['toolstack'] }]);
    expect(report.kernels[0]?.verdicts).toMatchObject([
      { status: 'fails', releases: ['4.17.7'], binaries: [xen] },
    ]);
  });

  it('names what was checked by its file', async () => {
    const { xen, newer } = xenFiles();
    const { code, stdout } = await runCli(['check', XZ128, '--xen-binary', `${xen},${newer}`]);
    expect(code).toBe(1);
    expect(stdout).toContain('xen.gz · 4.17.7 ✗   xen-4.20.gz · 4.20.5-pre !');
  });

  it('takes one file for one, however its path is written', async () => {
    const { xen, library } = xenFiles();
    const [dotted, doubled] = [xen.replace('/xen.gz', '/./xen.gz'), xen.replace('/xen', '//xen')];
    const report = await verdicts('--xen-binary', [xen, dotted, doubled, library].join());
    expect(report.binaries.map(({ id }) => id)).toEqual([`${xen} + ${library}`]);
  });

  it('distinguishes files of one name by their directories, in different targets of a policy', async () => {
    const root = tempFiles({
      'a/xen.gz': gzipSync(multibootXen()),
      'b/xen.gz': gzipSync(multibootXen()),
    });
    const target = (name: string) => `{xen-binary: ${root}/${name}/xen.gz, boot: pv-dom0}`;
    const policy = tempFiles({ 'p.yml': `targets: {required: [${target('a')}, ${target('b')}]}` });
    const { stdout } = await runCli(['check', XZ128, '--policy', `${policy}/p.yml`]);
    expect(stdout).toContain('a/xen.gz · 4.17.7 ✓   b/xen.gz · 4.17.7 ✓');
  });

  it('names the difference of the files that a kernel fails by', async () => {
    const { xen } = xenFiles();
    const root = tempFiles({ 'libxenguest.so.4.17': xenLibrary({ needs: ['liblzma.so.5'] }) });
    const library = `${root}/libxenguest.so.4.17`;
    const kernel = 'test/kernels/vmlinuz-6.12.94+deb13-amd64.lzo.img';
    const argv = ['check', kernel, '--boot', 'pv-domu', '--xen-binary', `${xen},${library}`];
    const { stdout } = await runCli([...argv, '--format', 'json']);
    const [verdict] = JSON.parse(stdout).kernels[0].verdicts;
    expect(verdict.findings).toMatchObject([
      {
        rule: 'codec-unsupported',
        because: [
          {
            product: verdict.binaries[0],
            difference: 'no-domu-lzo',
            what: 'xen.gz + libxenguest.so.4.17 builds its toolstack without liblzo2',
            certainty: 'shown',
            evidence: [
              {
                kind: 'binary',
                what: 'the toolstack holds "LZO1x decompress support unavailable"',
                source: 'shared library, Xen 4.17',
              },
            ],
          },
        ],
      },
    ]);
    expect((await runCli(argv, { columns: 200 })).stdout).toContain(
      'because   xen.gz + libxenguest.so.4.17 builds its toolstack without liblzo2\n',
    );
  });

  it('has no PV boot path where the hypervisor was built without PV', async () => {
    const root = tempFiles({ xen: multibootXen({ config: config('4.17.7', 'HVM') }) });
    const { kernels } = await verdicts('--xen-binary', `${root}/xen`);
    expect(kernels[0]?.verdicts.map(({ boot, status }) => `${boot} ${status}`)).toEqual([
      'pv-dom0 unsupported',
      'pvh-dom0 boots',
      'pv-domu unsupported',
      'pvh-domu fails',
    ]);
  });

  it('warns where what no file shows decides, and names the file that would', async () => {
    const { xen, library } = xenFiles();
    const kernel = join(tempFiles({ kernel: ZSTD }), 'kernel');
    const check = async (files: string, boot: string) => {
      const argv = ['check', kernel, '--boot', boot, '--format', 'json', '--xen-binary', files];
      return JSON.parse((await runCli(argv)).stdout).kernels[0].verdicts[0];
    };
    expect(await check(xen, 'pv-domu')).toMatchObject({
      status: 'warns',
      findings: [
        {
          rule: 'product-not-known',
          evidence: { fact: 'domu-zstd', of: 'files', fails: 'without' },
          because: [{ product: xen, certainty: 'unknown' }],
          fix: expect.stringMatching(
            /^Check both files of this Xen: add its `libxenguest\.so\.\*`/,
          ),
        },
      ],
    });
    expect((await check(xen, 'pv-dom0')).status).toBe('boots');
    expect((await check(`${xen},${library}`, 'pv-domu')).status).toBe('boots');
  });

  it.each([
    ['/nowhere/xen.gz', "'/nowhere/xen.gz' cannot be read: no such file or directory"],
    [XZ128, `'${XZ128}' is a kernel (bzImage), and not a Xen hypervisor or libxenguest.so.*`],
    ['', "'' cannot be read: no such file or directory"],
  ])('%s is a mistake', async (path, message) => {
    for (const command of [['check', XZ128], ['targets']]) {
      const { code, stdout, stderr } = await runCli([...command, `--xen-binary=${path}`]);
      expect([code, stdout, stderr]).toEqual([2, '', `xen-boot-gate: ${message}\n`]);
    }
  });

  it('refuses a library of another series', async () => {
    const { newer, library } = xenFiles();
    const { code, stderr } = await runCli(['check', XZ128, '--xen-binary', `${newer},${library}`]);
    expect(code).toBe(2);
    expect(stderr).toContain('is of Xen 4.17, and no given hypervisor is');
  });
});

describe('check --policy', () => {
  it('checks for the files of a target', async () => {
    const root = tempFiles({
      'xen.gz': gzipSync(multibootXen()),
      'text.gz': gzipSync('no Xen'),
    });
    const policyOf = (name: string) =>
      tempFiles({ 'p.yml': `targets: {required: {xen-binary: ${root}/${name}, boot: pv-dom0}}` });
    const report = await verdicts('--policy', `${policyOf('xen.gz')}/p.yml`);
    expect(report.kernels[0]?.verdicts).toMatchObject([
      { boot: 'pv-dom0', releases: [], binaries: [`${root}/xen.gz`] },
    ]);
    const argv = ['check', XZ128, '--policy', `${policyOf('text.gz')}/p.yml`];
    const { code, stderr } = await runCli(argv);
    expect(code).toBe(2);
    expect(stderr).toContain(`:1:34: '${root}/text.gz' is an unknown file, and not a Xen`);
  });
});

describe('targets --xen-binary', () => {
  it('shows what was read, what was assumed, and what is not sure', async () => {
    const { newer } = xenFiles();
    const { code, stdout } = await runCli(['targets', '--xen-binary', newer]);
    expect(code).toBe(0);
    expect(stdout).toContain('xen-4.20.gz · 4.20.5-pre\n');
    expect(stdout).toContain('  base        4.20.4: 4.20.5-pre is a snapshot after it\n');
    expect(stdout).toContain('  assumed     the toolstack, of which no file');
    expect(stdout).toContain(
      '  not sure    a build option of the toolstack: domu-bzip2, domu-lzma,',
    );
    expect(stdout).toContain('    + dom0-zstd: holds "ZSTD-compressed data is corrupt"\n');
    expect(stdout).toMatch(/differs {5}no-note-phys32-reloc: the file lacks the name/);
  });

  it('stands alone', async () => {
    const { xen } = xenFiles();
    for (const other of [['4.17'], ['--xen', '4.17']]) {
      const { code, stderr } = await runCli(['targets', ...other, '--xen-binary', xen]);
      expect([code, stderr]).toEqual([2, 'xen-boot-gate: targets takes --xen-binary alone\n']);
    }
  });
});
