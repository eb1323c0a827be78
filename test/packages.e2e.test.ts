import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { debianPackages, gate, run } from './support/debian-packages.ts';
import { tempFiles } from './support/temp-files.ts';

/** A package that is only names its dependencies is smaller, in bytes. */
const META = 10_000;

interface DebianPackage {
  readonly place: string;
  readonly codec: string;
  /** In the package with the kernel. */
  readonly member: RegExp;
}

const DEBIAN_PACKAGES: readonly DebianPackage[] = [
  { place: 'bullseye-amd64', codec: 'lz4', member: /^boot\/vmlinuz-5\.10\.\S+-cloud-amd64$/ },
  { place: 'bullseye-i386', codec: 'xz', member: /^boot\/vmlinuz-5\.10\.\S+-686-pae$/ },
  { place: 'bookworm-amd64', codec: 'lz4', member: /^boot\/vmlinuz-6\.1\.\S+-cloud-amd64$/ },
  { place: 'bookworm-i386', codec: 'xz', member: /^boot\/vmlinuz-6\.1\.\S+-686-pae$/ },
  { place: 'trixie-amd64', codec: 'zstd', member: /^boot\/vmlinuz-6\.12\.\S+-cloud-amd64$/ },
  { place: 'sid-amd64', codec: 'zstd', member: /^usr\/lib\/modules\/\S+-cloud-amd64\/vmlinuz$/ },
];

describe.each(DEBIAN_PACKAGES)("Debian's packages: $place", ({ place, codec, member }) => {
  const { dir, debs } = debianPackages(place);
  const sizeOf = (path: string) => readFileSync(path).length;
  const whole = debs.filter((path) => sizeOf(path) > META);

  it('have one kernel, which is that of dpkg-deb', () => {
    const { status, kernels } = gate(dir);
    expect(kernels).toHaveLength(1);
    expect(status).toBe(0);
    const [kernel] = kernels;
    const [deb = '', name = ''] = kernel?.path.split('!/') ?? [];
    expect(whole).toEqual([deb]);
    expect(name).toMatch(member);
    const tar = spawnSync(
      'sh',
      ['-c', 'dpkg-deb --fsys-tarfile "$1" | tar -xOf - "./$2"', 'sh', deb, name],
      {
        maxBuffer: 256 * 1024 * 1024,
      },
    );
    const digest = createHash('sha256').update(tar.stdout).digest('hex');
    expect(kernel).toMatchObject({ codec, size: tar.stdout.length, sha256: digest });
  });

  it('name the package with the kernel where they have none', () => {
    for (const meta of debs.filter((path) => sizeOf(path) <= META)) {
      const { status, stderr } = gate(meta);
      expect([status, stderr]).toEqual([
        2,
        expect.stringMatching(/but depends on linux-(image|binary)-/),
      ]);
    }
  });
});

const SPEC = `Name: kernel-core
Version: 1
Release: 1
Summary: a kernel
License: Apache-2.0
%description
a kernel
%install
mkdir -p %{buildroot}/lib/modules/1
cp %{kernel} %{buildroot}/lib/modules/1/vmlinuz
%files
/lib/modules/1/vmlinuz
`;

describe("Debian's packages: trixie-arm64", () => {
  const { dir, debs } = debianPackages('trixie-arm64');
  const whole = debs.find((path) => readFileSync(path).length > META) ?? '';

  it('have a kernel, and none for x86', () => {
    const { status, report, stderr } = gate(whole);
    expect([status, report]).toEqual([2, null]);
    expect(stderr).toMatch(
      /has no x86 kernel in it: 'boot\/vmlinuz-6\.12\.\S+-cloud-arm64' is an arm64 Image\. Xen on x86 does not load it/,
    );
  });

  it('are passed over in a directory, with the reason', () => {
    const { status, stderr } = gate(dir);
    expect(status).toBe(2);
    expect(stderr).toMatch(/1 arm64 Image: \S+\.deb!\/boot\/vmlinuz-6\.12/);
  });
});

describe('packages and images that their own tools make', () => {
  const kernel = 'test/kernels/vmlinuz-6.12.94+deb13-amd64.img';
  const bytes = readFileSync(kernel);
  const makeTree = () => {
    const root = tempFiles({ 'tree/usr/share/doc/x': 'x' });
    mkdirSync(join(root, 'tree/boot'));
    cpSync(kernel, join(root, 'tree/boot/vmlinuz-1'));
    return root;
  };
  const expectKernel = (path: string, member: string) => {
    const { status, kernels } = gate(path);
    expect([status, kernels.map((one) => one.path)]).toEqual([0, [`${path}!/${member}`]]);
    expect(kernels[0]?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  };

  it.each(['w0.ufdio', 'w9.gzdio', 'w9.bzdio', 'w6.xzdio', 'w6.lzdio', 'w3.zstdio'])(
    'rpmbuild: %s',
    (payload) => {
      const root = tempFiles({ 'kernel.spec': SPEC });
      const defines = Object.entries({
        _topdir: root,
        _rpmdir: root,
        _rpmfilename: 'x.rpm',
        _dbpath: join(root, 'db'),
        _binary_payload: payload,
        kernel: join(process.cwd(), kernel),
        __os_install_post: '%{nil}',
        debug_package: '%{nil}',
      });
      const options = defines.flatMap(([name, value]) => ['--define', `${name} ${value}`]);
      run(root, 'rpmbuild', '-bb', '--target', 'x86_64', ...options, 'kernel.spec');
      expectKernel(join(root, 'x.rpm'), 'lib/modules/1/vmlinuz');
    },
  );

  it.each([
    ['zip', 'zip', '-qr', '../x.zip', '.'],
    ['zip', 'zip', '-qr', '-fz', '-0', '../x.zip', '.'],
    ['zip', 'zip', '-qr', '-Z', 'bzip2', '../x.zip', '.'],
    ['iso', 'xorriso', '-as', 'mkisofs', '-quiet', '-R', '-J', '-o', '../x.iso', '.'],
    ['iso', 'xorriso', '-as', 'mkisofs', '-quiet', '-J', '-o', '../x.iso', '.'],
    ['tar', 'tar', '--format=pax', '-cf', '../x.tar', '.'],
    ['tar.gz', 'tar', '-czf', '../x.tar.gz', '.'],
    ['tar.xz', 'tar', '-cJf', '../x.tar.xz', '.'],
    ['tar.bz2', 'tar', '-cjf', '../x.tar.bz2', '.'],
    ['tar.lzma', 'tar', '--lzma', '-cf', '../x.tar.lzma', '.'],
    ['pkg.tar.zst', 'tar', '--zstd', '-cf', '../x.pkg.tar.zst', '.'],
  ])('%s: %s %s %s', (suffix, tool, ...args) => {
    const root = makeTree();
    run(join(root, 'tree'), tool, ...args);
    expectKernel(join(root, `x.${suffix}`), 'boot/vmlinuz-1');
  });

  it('apk: three streams of gzip, as abuild makes them', () => {
    const root = makeTree();
    writeFileSync(join(root, '.PKGINFO'), 'pkgname = linux-lts\n');
    writeFileSync(join(root, '.SIGN.RSA.x'), 'x');
    const segment = (name: string) => `tar -cf - ${name} | head -c 1024 | gzip`;
    const script = `{ ${segment('.SIGN.RSA.x')}; ${segment('.PKGINFO')}; tar -C tree -czf - .; } > x.apk`;
    run(root, 'sh', '-c', script);
    expectKernel(join(root, 'x.apk'), 'boot/vmlinuz-1');
  });
});
