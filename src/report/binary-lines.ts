import type {
  NamedXenFile,
  ReadBuild,
  UnsureFact,
  XenBinary,
} from '../programs/xen/binary/xen-binary.ts';
import { type Difference, NO } from '../programs/xen/difference-names.ts';
import { plural } from '../text/plural.ts';

/** What a line is about, and its text; some of it is untrusted. */
export type BinaryLine = readonly [label: string, text: string];

/** What was read from the files of a Xen, what was assumed, and what is not sure. */
export function binaryLines({ binary, release, differences, has }: ReadBuild): BinaryLine[] {
  const { files, base, read, unsure, missing } = binary;
  const { version } = release;
  const alike = read.filter(({ fact }) => !differences.some((one) => one.fact === fact));
  return [
    ...files.map((file): BinaryLine => ['file', describeFile(file)]),
    ['base', base.why === null ? version : `${version}: ${base.why}`],
    ...differences.map((one): BinaryLine => ['differs', describeDifference(one, binary)]),
    [
      'read',
      `${plural(alike.length, 'fact')} as in ${version}: ${alike.map(({ fact }) => (has(fact) ? fact : NO + fact)).join(', ')}`,
    ],
    ...missing.map((part): BinaryLine => ['assumed', `${MISSING[part]}: as in ${version}`]),
    ['assumed', `what a file does not show: as in ${version}`],
    ...unsureLines(unsure),
  ];
}

/** What is assumed and not sure, by the reason for it. */
function unsureLines(unsure: readonly UnsureFact[]): BinaryLine[] {
  const reasons = [...new Set(unsure.map(({ why }) => why))];
  return reasons.map((why) => {
    const own = unsure.filter((one) => one.why === why);
    const names = own.map(({ fact, present }) => (present ? fact : NO + fact));
    return ['not sure', `${why}: ${names.join(', ')}`];
  });
}

const MISSING = {
  hypervisor: 'the hypervisor, of which no file was given',
  toolstack: 'the toolstack, of which no file (libxenguest.so.*) was given',
} as const;

function describeFile(file: NamedXenFile): string {
  const { path, part, format, version, versionFrom, vendorVersion, buildId, loaders } = file;
  return [
    `${path}: ${part}, ${format}`,
    `Xen ${version} by ${versionFrom}`,
    ...(vendorVersion === null ? [] : [`package ${vendorVersion}`]),
    ...(loaders.length === 0 ? [] : [`loaders ${loaders.join(', ')}`]),
    ...(buildId === null ? [] : [`build id ${buildId.slice(0, 12)}`]),
  ].join('; ');
}

function describeDifference({ name, fact }: Difference, { read }: XenBinary): string {
  const how = read.find((one) => one.fact === fact)?.how;
  return `${name}: the file ${how ?? 'says so'}`;
}
