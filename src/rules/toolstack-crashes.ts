import { address, identity, number, oneOf, orNull } from './evidence.ts';
import { hypercallPageOutside } from './hypercall-page-words.ts';
import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const toolstackCrashes = defineRule({
  id: 'toolstack-crashes',
  title: 'The toolstack reads or writes outside of its memory',
  level: 'error',
  stage: 'build',
  evidence: {
    fault: identity(
      oneOf('`file`: a segment outside of it; or `hypercall-page`', 'file', 'hypercall-page'),
    ),
    address: orNull(address('the value of HYPERCALL_PAGE, where that is the fault')),
    virtBase: address('the value of VIRT_BASE'),
    guestPages: number('pages that the guest has'),
  },
  message: ({ address, ...guest }) =>
    address === null
      ? 'A segment is partly outside the file or the image, and the toolstack of this release copies it without a check.'
      : `${hypercallPageOutside({ address, ...guest })}; this release does not check that.`,
  explanation: paragraphs(
    [
      'Before XSA-55 ({firsts domu-checks-frames}) the toolstack takes addresses from the kernel without a check.',
      'For a segment outside the file, it reads beyond the file. For a `HYPERCALL_PAGE` outside the guest, it reads beyond its table of pages.',
    ],
    [
      'The effect is undefined: usually the toolstack crashes, and no guest is created.',
      'Later releases refuse such a `HYPERCALL_PAGE` and skip such a segment.',
    ],
  ),
  fix: 'For the segment, compare the program headers (`readelf -lW`) with the size of the file: it may be cut short. For `HYPERCALL_PAGE`, give the virtual address of a page of the image.',
  askXen: 'Nothing. Releases with XSA-55 check these addresses, and the kernel fails there, too.',
  references: [
    xenCommit('de7911eaef98b6643d80e4612fe4dcd4528d15b9'),
    xenFile('tools/libs/guest/xg_dom_boot.c'),
    xenFile('xen/common/libelf/libelf-loader.c'),
    'https://xenbits.xen.org/xsa/advisory-55.html',
  ],
});
