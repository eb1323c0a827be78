import { GUEST_WAYS } from './guest-ways.ts';
import type { Evidence, Family, Product, ProductState } from './product.ts';

/** `docs/products.md`: one table, and for each product what is known, how, and what is not. */
export function productsPage(families: readonly Family[]): string {
  return `${[
    '# Products',
    INTRODUCTION,
    table(
      ['Product', 'Name for `xen`', 'Xen', 'Differences', 'Support ends'],
      families.flatMap(({ products }) => products.map(rowOf)),
    ),
    LEFT_OUT,
    NO_DIFFERENCE,
    CORRECT,
    ...families.flatMap(describeFamily),
  ].join('\n\n')}\n`;
}

const INTRODUCTION = `A product is a Xen that people install. Name one where a release may stand: \`--xen debian-12\`, or \`xen: debian-12, qubes-4.3\`. It stands for the release and the differences in this table, so you need not spell them out.

- \`debian\` stands for the Debian products that are supported today, \`products\` for all that are supported today.
- \`debian-12-initial\` is the first known Xen of Debian 12. \`debian-12@2025-01\` is what it installed at the end of January 2025.
- \`debian-12+domu-lzo\` is a build of your own on top of it.

The evidence for each row stands below. What it does not prove is listed there as not known.`;

const LEFT_OUT = `Without evidence, and so not in the table: Debian 9, Ubuntu 20.04, SLES 12 SP5, SLES 15 SP3 to SP6, SLES 16.0, Oracle VM. Amazon EC2 does not publish its Xen.`;

const NO_DIFFERENCE = `These are no differences, because the verdict on no kernel depends on them:

- \`CONFIG_PV_LINEAR_PT\` is off in XCP-ng 8.3. Xen makes the first page tables of a PV kernel, which have no linear entries, so the kernel loads and starts. A kernel that makes such entries later is refused then: NetBSD does, Linux and Mini-OS do not.
- \`CONFIG_SHADOW_PAGING\` is off in Debian since 4.17.7 and 4.20.4, in Qubes OS and in XCP-ng 8.3. A PV guest that writes page table entries open to L1TF then crashes. An HVM or PVH guest needs a processor with HAP.
- Qubes OS 4.3 has no pygrub.
- XCP-ng and XenServer read ELF notes with the name \`XS\` too.`;

const CORRECT = `To correct a row, change its file under \`src/programs/xen/products/\` and add the evidence: what you saw, where, and when. \`npm test\` checks the data, and \`npm run docs\` writes this page.`;

function rowOf(product: Product): string[] {
  const { name, id, aliases = [], supportedUntil } = product;
  const state = product.states.at(-1) as ProductState;
  return [
    `[${name}](#${anchorOf(name)})`,
    [id, ...aliases].map(code).join(', '),
    state.release,
    state.differences.map(code).join(', '),
    supportedUntil?.day ?? '',
  ];
}

function describeFamily({ name, products }: Family): string[] {
  const [only, ...others] = products;
  const isAlone = others.length === 0 && only?.name === name;
  return [...(isAlone ? [] : [`## ${name}`]), ...products.map((one) => describe(one, isAlone))];
}

function describe(product: Product, isAlone: boolean): string {
  const { name, guests, dom0, supportedUntil, states } = product;
  const choice = dom0.userChoosesKernel === false ? ' Its vendor provides the kernel of dom0.' : '';
  const grub = guests.grub === null ? '' : ` Its GRUB is ${guests.grub}.`;
  return [
    `${isAlone ? '##' : '###'} ${name}`,
    `Guests boot by ${guests.ways.map((way) => GUEST_WAYS[way]).join(', ')}.${grub}${choice}`,
    ...(supportedUntil === null
      ? []
      : [`Support ends on ${supportedUntil.day} (${text(supportedUntil.source)}).`]),
    ...[...states].reverse().map(describeState),
  ].join('\n\n');
}

function describeState(state: ProductState): string {
  const {
    since,
    release,
    differences,
    unsure = [],
    inferred = [],
    unknown = [],
    note,
    evidence,
  } = state;
  const version = state.package === null ? '' : `, package ${code(state.package)}`;
  const differs = differences.length === 0 ? '' : ` with ${differences.map(code).join(', ')}`;
  const lines = [
    ...evidence.map(describeEvidence),
    ...inferred.map(
      (one) => `- Inferred: ${one.differences.map(code).join(', ')}, from ${text(one.from)}.`,
    ),
    ...unsure.map(({ fact, why }) => `- Not known: ${code(fact)}: ${text(why)}.`),
    ...unknown.map((one) => `- Not known: ${text(one)}.`),
    ...(note === undefined ? [] : [`- Note: ${text(note)}.`]),
  ];
  const start = since === null ? '' : `Since ${since}: `;
  return `${start}Xen ${release}${differs}${version}.\n\n${lines.join('\n')}`;
}

const KINDS: Readonly<Record<Evidence['kind'], string>> = {
  binary: 'Binary',
  source: 'Source',
  report: 'Report',
};

function describeEvidence({ kind, what, source, date }: Evidence): string {
  return `- ${KINDS[kind]}: ${text(what)} (${text(source)}${date === null ? '' : `, ${date}`}).`;
}

/** GitHub's anchor of a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}

const code = (name: string) => `\`${name}\``;

/** Plain text in Markdown. */
const text = (words: string) => words.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
