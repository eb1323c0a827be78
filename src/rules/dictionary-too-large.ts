import { withDates } from '../programs/xen/dates.ts';
import { codec } from './codec-field.ts';
import { compressionFix } from './compression-fix.ts';
import { identity, number, orNull, text } from './evidence.ts';
import { linuxCommit, paragraphs, xenCommit } from './prose.ts';
import { defineRule } from './rule.ts';

const mib = (bytes: number) => `${bytes / 2 ** 20} MiB`;

export const dictionaryTooLarge = defineRule({
  id: 'dictionary-too-large',
  title: "The payload's dictionary exceeds the toolstack's memory limit",
  level: 'error',
  stage: 'payload',
  evidence: {
    codec: identity(codec('the compression')),
    wanted: orNull(number('bytes of the dictionary that the stream asks for')),
    limit: orNull(
      number(
        'bytes of memory that the toolstack allows; `null` for the limit of this program, `max-dictionary`',
      ),
    ),
    stream: orNull(
      number(
        'where the stream starts in the file, in bytes, where the limit is that of this program',
      ),
    ),
    detail: orNull(text('what such a stream asks for, a clause')),
  },
  message({ codec, wanted, limit, stream, detail }) {
    return limit === null
      ? `The ${codec} stream at byte ${stream} ${detail}, more than \`max-dictionary\` allows.`
      : `The ${codec} stream asks for a dictionary of ${mib(wanted ?? 0)}, and the toolstack of this release gives ${codec} ${mib(limit)} of memory in all.`;
  },
  explanation: paragraphs(
    [
      'The toolstack decompresses xz and lzma with liblzma and sets it a limit on memory: 256 MiB since {dated domu-lzma-memory-256-mib}, and 128 MiB before.',
      'The limit holds for the dictionary and the decoder around it together, so a dictionary of 128 MiB is refused; one of 64 MiB fits.',
      'Xen {upTo domu-lzma-memory-128-mib} allows lzma a third of the memory of dom0.',
    ],
    [
      'Linux 6.12 and later ask xz for a dictionary of 128 MiB, where earlier ones asked for 32 MiB: with the same configuration as before, the kernel stopped booting.',
    ],
    [
      'The toolstack prints `xc_dom_probe_bzimage_kernel unable to XZ decompress kernel`, then `xc_dom_find_loader: no loader found`.',
      'The reason, `XZ decompression error: Memory usage limit reached`, is only in its debug log.',
      'The hypervisor has no such limit, so the same kernel boots as dom0.',
    ],
  ),
  fix: withDates(
    'Lower `dict=128MiB` in `scripts/xz_wrap.sh` of the kernel to `dict=32MiB`, or set `CONFIG_KERNEL_GZIP=y`. `CONFIG_KERNEL_ZSTD=y` is enough where every host has {orLater domu-zstd}, and a toolstack with libzstd: some products lack it.',
  ),
  fixFor: (known) => {
    const { codec, limit } = known.evidence;
    if (limit === null)
      return 'Allow the check a larger `max-dictionary`, or compress the kernel with a smaller dictionary.';
    const smaller =
      known.system === 'linux'
        ? 'Lower `dict=128MiB` in `scripts/xz_wrap.sh` of the kernel to `dict=32MiB`.'
        : `Give ${codec} a dictionary of at most 64 MiB.`;
    const other = compressionFix(known, codec);
    return `${smaller} Or ${other.charAt(0).toLowerCase()}${other.slice(1)}`;
  },
  askXen: withDates(
    '{orLater domu-lzma-memory-256-mib}, or a backport of {commit domu-lzma-memory-256-mib}, which is one line.',
  ),
  references: [
    xenCommit('e6472d46680ccd2b804ad73c19042a5811d036f0'),
    xenCommit('0a14438052e65507041cf205c517ab0b4c786813'),
    xenCommit('d7f45ead66a3fc6b7e2150bf10d34f1665488b3d'),
    linuxCommit('8653c909922743bceb4800e5cc26087208c9e0e6'),
    'https://github.com/QubesOS/qubes-issues/issues/9631',
  ],
});
