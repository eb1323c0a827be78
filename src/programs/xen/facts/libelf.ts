import type { Fact } from '../../fact.ts';

/** The ELF-note parser, xen/common/libelf: one code for the hypervisor and the toolstack. */
export const LIBELF = {
  'checked-elf-accesses': {
    kind: 'behaviour',
    since: '4.3.0',
    commit: '65808a8ed41cc7c044f588bd6cab5af0fdc0e029',
    backports: [
      { since: '4.2.3', commit: 'cc8761371aac432318530c2ddfe2c8234bc0621f' },
      { since: '4.1.6', commit: '39923542bb43e67776c4e8292d4a5a1adef2bd3b' },
    ],
    what: 'libelf checks every access and bounds its loops (XSA-55)',
  },
  'tolerates-unknown-features': {
    kind: 'behaviour',
    since: '4.2.0',
    commit: 'ec029aaa9a79965f83476808e32b8573891aa79c',
    what: 'an unknown name in FEATURES is an error only when it is required',
  },
  'feature-dom0': {
    kind: 'behaviour',
    since: '4.2.0',
    commit: 'ec029aaa9a79965f83476808e32b8573891aa79c',
    what: 'the feature name dom0 is known',
  },
  'note-supported-features': {
    kind: 'behaviour',
    since: '4.2.0',
    commit: 'ec029aaa9a79965f83476808e32b8573891aa79c',
    what: 'the note SUPPORTED_FEATURES is read',
  },
  'ignores-notes-on-arm': {
    kind: 'behaviour',
    since: '4.2.0',
    commit: 'a03bc285bdbc88042f150dd732fc4a124be36627',
    what: 'the notes of an ARM image are not checked',
  },
  'feature-hvm-callback-vector': {
    kind: 'behaviour',
    since: '4.4.0',
    commit: '30832c06a8d1f9caff0987654ef9e24d59469d9a',
    what: 'the feature name hvm_callback_vector is known',
  },
  'names-what-it-refuses': {
    kind: 'wording',
    since: '4.4.0',
    commit: 'e6564c634863680f6541e07ce2f77f17d45ce52e',
    what: 'the errors about LOADER, GUEST_OS and XEN_VERSION quote what they found',
  },
  'bsd-symtab-follows-image': {
    kind: 'behaviour',
    since: '4.6.0',
    commit: '90b18f1666a89e7829912456ee32099c7669cb10',
    backports: [
      { since: '4.5.1', commit: '5b2f480b1d804833949cfaec157191ea3d4a4870' },
      { since: '4.4.3', commit: '472bdfefadabcd12ec61bc0c3aa378b961bd1035' },
    ],
    what: 'the BSD symbol table is placed after the physical end of the image, not the virtual one',
  },
  'note-phys32-entry': {
    kind: 'behaviour',
    since: '4.7.0',
    commit: 'a1b2d39f071f1e85d0adb2e041f4a8a9aa9a88a8',
    what: 'the note PHYS32_ENTRY is read',
  },
  'bsd-symtab-of-three-sections': {
    kind: 'behaviour',
    since: '4.7.0',
    commit: 'ed04ca95981f539fec7b9d242d0ca0176e92cc23',
    what: 'only the symbol table and its string table are loaded, and their link is checked',
  },
  'bsd-symtab-header-of-fixed-size': {
    kind: 'behaviour',
    since: '4.8.0',
    commit: 'e5745b86e6e114f0e5b15bf67ed8d37a3d019f66',
    what: 'the header before the BSD symbol table no longer depends on e_ehsize and e_shentsize',
  },
  'plain-libelf-messages': {
    kind: 'wording',
    since: '4.8.0',
    commit: 'b2405fed195ae7020fc876fc688b0ec85405146c',
    what: 'libelf no longer prints the name of its function before an error',
  },
  'skips-section-zero': {
    kind: 'behaviour',
    since: '4.9.0',
    commit: '41fe9cabf29ea15c1f8edee49326dfde705013d3',
    backports: [
      { since: '4.8.1', commit: '6933092cbd6a338e0675b667bc4ed862ffdb8722' },
      { since: '4.7.2', commit: 'fd869a6ec721323a134ede06a3f34555b7110de2' },
      { since: '4.6.5', commit: '23fc18bf2d679d839f62d81984a44ae7b98f783c' },
    ],
    what: 'section 0 is never looked at',
  },
  'phys32-entry-suffices': {
    kind: 'behaviour',
    since: '4.11.0',
    commit: '2dd3e229494649fcf3309f8e2ccecece2a2d1685',
    backports: [{ since: '4.10.1', commit: '4621c10f489de827742f95c31ac0f43fc3bcde88' }],
    what: 'with PHYS32_ENTRY no other note is needed',
  },
  'adds-virt-base-last': {
    kind: 'behaviour',
    since: '4.11.0',
    commit: 'f2613bd7f203a79abde270d9fa54b4add8dd911b',
    what: 'in __xen_guest, HYPERCALL_PAGE may come before VIRT_BASE',
  },
  'parses-for-pvh': {
    kind: 'behaviour',
    since: '4.16.0',
    commit: '632cbaf1243e4b867caf321cfef81517f5cc27ad',
    what: 'libelf distinguishes PVH: it ignores VIRT_BASE, PADDR_OFFSET, ENTRY and __xen_guest there, and for PV PHYS32_ENTRY no longer replaces the other notes',
  },
  'pvh-ignores-paddr-offset': {
    kind: 'behaviour',
    since: '4.18.0',
    commit: 'b77ed96fce9fbc7577d68d563ac72d57bc230cdc',
    what: 'for PVH, PADDR_OFFSET without VIRT_BASE is no error',
  },
  'note-phys32-reloc': {
    kind: 'behaviour',
    since: '4.19.0',
    commit: 'dfc9fab003785fc533e1e3190e19ddc3101da442',
    what: 'the note PHYS32_RELOC is read',
  },
} as const satisfies Record<string, Fact>;
