import { expect, it } from 'vitest';
import { pairFiles } from '../../../../src/programs/xen/binary/pair.ts';
import type { NamedXenFile } from '../../../../src/programs/xen/binary/xen-binary.ts';
import { CALENDAR } from '../../../support/builds.ts';

function file(
  path: string,
  part: NamedXenFile['part'],
  version: string,
  facts: NamedXenFile['facts'] = [],
): NamedXenFile {
  const rest = {
    format: 'ELF',
    versionFrom: 'its code',
    vendorVersion: null,
    buildId: null,
    loaders: [],
  };
  return { path, part, version, facts, size: 1, sha256: '', ...rest };
}

const pair = (...files: NamedXenFile[]) => pairFiles(files, CALENDAR.releases);
const idsOf = (...files: NamedXenFile[]) => pair(...files).map(({ id }) => id);

const A = file('a/xen.gz', 'hypervisor', '4.17.5');
const B = file('b/xen.gz', 'hypervisor', '4.20.5-pre');
const LIB_A = file('a/libxenguest.so.4.17', 'toolstack', '4.17');
const LIB_B = file('b/libxenguest.so.4.20', 'toolstack', '4.20');

it('makes one Xen of a hypervisor and a library of its series, in any order', () => {
  expect(idsOf(A, LIB_A)).toEqual(['a/xen.gz + a/libxenguest.so.4.17']);
  expect(idsOf(LIB_B, A, B, LIB_A)).toEqual([
    'a/xen.gz + a/libxenguest.so.4.17',
    'b/xen.gz + b/libxenguest.so.4.20',
  ]);
  expect(idsOf(A, B, LIB_A)).toEqual(['a/xen.gz + a/libxenguest.so.4.17', 'b/xen.gz']);
  expect(idsOf(LIB_A, LIB_B)).toEqual(['a/libxenguest.so.4.17', 'b/libxenguest.so.4.20']);
});

it('puts each of a kind with each of the other kind', () => {
  const other = file('c/libxenguest.so.4.17', 'toolstack', '4.17');
  expect(idsOf(A, LIB_A, other)).toEqual([
    'a/xen.gz + a/libxenguest.so.4.17',
    'a/xen.gz + c/libxenguest.so.4.17',
  ]);
});

it('calls files of one name by their directories, too', () => {
  const labels = (...files: NamedXenFile[]) => pair(...files).map(({ label }) => label);
  expect(labels(A, LIB_A)).toEqual(['xen.gz + libxenguest.so.4.17 · 4.17.5']);
  expect(labels(A, { ...A, path: 'b/xen.gz' })).toEqual(['a/xen.gz · 4.17.5', 'b/xen.gz · 4.17.5']);
  const deep = { ...A, path: 'c/a/xen.gz' };
  expect(labels({ ...A, path: 'd/a/xen.gz' }, deep)).toEqual([
    'd/a/xen.gz · 4.17.5',
    'c/a/xen.gz · 4.17.5',
  ]);
  expect(labels({ ...A, path: 'xen.gz' }, A)).toEqual(['xen.gz · 4.17.5', 'a/xen.gz · 4.17.5']);
});

it('knows that the library of 4.1 is called as that of 4.0', () => {
  const library = file('libxenguest.so.4.0', 'toolstack', '4.0');
  expect(idsOf(file('xen', 'hypervisor', '4.1.6.1'), library)).toHaveLength(1);
  expect(() => pair(file('xen', 'hypervisor', '4.2.5'), library)).toThrow();
});

it('refuses a library that no hypervisor goes with', () => {
  expect(() => pair(A, LIB_B)).toThrow(
    "'b/libxenguest.so.4.20' is of Xen 4.20, and no given hypervisor is: 'a/xen.gz' is Xen 4.17.5",
  );
});

it('refuses what is older than all releases', () => {
  expect(() => pair(file('xen', 'hypervisor', '3.4.0'))).toThrow(
    "'xen' is Xen 3.4.0, older than all known releases",
  );
});

it('differs from its release by what was read, as far as that is something else there', () => {
  const [build] = pair(
    file('xen.gz', 'hypervisor', '4.17.7', [
      { fact: 'pv32', present: false, how: '' },
      { fact: 'dom0-zstd', present: true, how: '' },
      { fact: 'dom0-xz', present: false, how: '' },
    ]),
    file('lib', 'toolstack', '4.17', [
      { fact: 'domu-lzma-memory-256-mib', present: true, how: '' },
    ]),
  );
  expect(build?.release.version).toBe('4.17.7');
  expect(build?.differences.map(({ name }) => name)).toEqual([
    'no-pv32',
    'no-dom0-xz',
    'domu-lzma-memory-256-mib',
  ]);
  expect(build?.has('dom0-xz')).toBe(false);
  expect(build?.has('domu-lzma-memory-256-mib')).toBe(true);
  expect(build?.has('domu-zstd')).toBe(true);
  expect(build?.binary).toMatchObject({ unsure: [], missing: [] });
});

it('is not sure of what neither file shows and releases differ in', () => {
  const [build] = pair(file('xen.gz', 'hypervisor', '4.20.4-pre'));
  expect(build?.release.version).toBe('4.20.3');
  expect(build?.binary?.missing).toEqual(['toolstack']);
  expect(build?.binary?.unsure).toEqual(
    expect.arrayContaining([
      { fact: 'pvh-dom0-asks-dom0-feature', present: false, why: '4.20.3 and 4.20.4 differ' },
      { fact: 'domu-lzo', present: true, why: 'a build option of the toolstack' },
    ]),
  );
});

it('is not sure where the two files differ', () => {
  const [build] = pair(
    file('xen.gz', 'hypervisor', '4.17.7', [{ fact: 'note-phys32-reloc', present: true, how: '' }]),
    file('lib', 'toolstack', '4.17', [{ fact: 'note-phys32-reloc', present: false, how: '' }]),
  );
  expect(build?.differences).toEqual([]);
  expect(build?.binary?.unsure).toEqual([
    {
      fact: 'note-phys32-reloc',
      present: false,
      why: 'the hypervisor and the toolstack differ',
    },
  ]);
});

it('has a label that no output takes for anything else', () => {
  const [build] = pair(file('a/@me <b>|`.gz', 'hypervisor', '4.17.7'));
  expect(build?.label).toBe('_me__b___.gz · 4.17.7');
});
