import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { debianPackages, extract, gate, run } from './support/debian-packages.ts';
import { tempFiles } from './support/temp-files.ts';

const NEW = 'test/kernels/vmlinuz-6.12.94+deb13-amd64.img';
const OLD = 'test/kernels/vmlinuz-6.1.0-50-amd64.img';

/** Debian's ukify, and how it is called for an image and for a profile that is joined to one. */
function makeUkify() {
  const tools = tempFiles({});
  extract(debianPackages('ukify').debs, tools);
  const ukify = (name: string, stub: string, ...args: readonly string[]) => {
    const path = join(tools, name);
    const modules = `PYTHONPATH=${join(tools, 'usr/lib/python3/dist-packages')}`;
    const common = ['--uname', '6', '--os-release', 'ID=x', '--output', path];
    const program = ['/usr/bin/python3', join(tools, 'usr/bin/ukify'), 'build'];
    const code = ['--stub', join(tools, 'usr/lib/systemd/boot/efi', stub)];
    run('.', 'env', modules, ...program, ...code, ...common, ...args);
    return path;
  };
  return {
    image: (name: string, ...args: readonly string[]) =>
      ukify(name, 'linuxx64.efi.stub', '--linux', NEW, '--cmdline', 'quiet', ...args),
    // What is joined needs no code of its own.
    profile: (id: string, ...args: readonly string[]) =>
      ukify(`${id}.efi`, 'addonx64.efi.stub', '--profile', `ID=${id}`, ...args),
  };
}

describe("a unified kernel image of Debian's ukify", () => {
  it('has its kernel', () => {
    const uki = makeUkify().image('uki.efi');
    const { status, kernels } = gate(uki);
    expect(status).toBe(0);
    expect(kernels).toMatchObject([
      { path: `${uki}!.linux`, container: 'uki', size: statSync(NEW).size, codec: 'zstd' },
    ]);
  });

  it('has the kernels of its profiles', () => {
    const { image, profile } = makeUkify();
    const joined = [profile('old', '--linux', OLD), profile('reset', '--cmdline', 'reset')];
    const uki = image('profiles.efi', ...joined.flatMap((path) => ['--join-profile', path]));
    const { status, kernels } = gate(uki);
    expect(status).toBe(0);
    expect(kernels).toMatchObject([
      { path: `${uki}!.linux`, size: statSync(NEW).size },
      { path: `${uki}!.linux@1`, size: statSync(OLD).size },
    ]);
    expect(gate(`${uki}!.linux@1`).kernels).toHaveLength(1);
  });
});

/** Makes a unified image of Debian's Xen by the recipe of its docs/misc/efi.pandoc. */
function unify({ kernelAt }: { readonly kernelAt: bigint }): string {
  const config = '[global]\ndefault=x\n[x]\noptions=dom0=pvh dom0_mem=512M\n';
  const root = tempFiles({ 'xen.cfg': config });
  const { debs } = debianPackages('root');
  extract(
    debs.filter((path) => path.includes('xen-hypervisor')),
    root,
  );
  const plain = join(root, 'boot/xen-4.17-amd64.efi');
  const headers = run('.', 'objdump', '--headers', plain);
  const [, size, start] = / \.pad +([0-9a-f]+) +([0-9a-f]+)/.exec(headers) ?? [];
  const base = BigInt(`0x${start}`) + BigInt(`0x${size}`);
  const sections = [
    ['.config', join(root, 'xen.cfg'), base],
    ['.kernel', NEW, base + kernelAt],
    ['.ramdisk', OLD, base + 0x100_0000n],
  ] as const;
  const args = sections.flatMap(([name, file, at]) => [
    `--add-section=${name}=${file}`,
    `--change-section-vma=${name}=0x${at.toString(16)}`,
  ]);
  const path = join(root, 'xen.unified.efi');
  run('.', 'objcopy', ...args, plain, path);
  return path;
}

describe("a unified image of Debian's Xen", () => {
  it('has its kernel, checked on that Xen with its options', () => {
    const path = unify({ kernelAt: 0x10_0000n });
    const { status, report } = gate(path);
    expect(status).toBe(0);
    expect(report?.binaries?.map(({ version }) => version)).toEqual([
      expect.stringMatching(/^4\.17\./),
    ]);
    expect(report?.kernels).toMatchObject([
      {
        path: `${path}!.kernel`,
        container: 'xen-unified',
        verdicts: [{ boot: 'pvh-dom0', status: 'boots' }],
      },
    ]);
  });

  it('fails where the kernel is over the options', () => {
    const { status, report } = gate(unify({ kernelAt: 0n }));
    expect(status).toBe(1);
    expect(report?.kernels[0]?.verdicts[0]?.findings).toMatchObject([
      {
        rule: 'damaged-unified-image',
        evidence: { fault: 'overlap', section: '.config', other: '.kernel' },
      },
    ]);
  });
});
