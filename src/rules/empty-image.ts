import { paragraphs, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const emptyImage = defineRule({
  id: 'empty-image',
  title: 'The image takes no memory',
  level: 'error',
  stage: 'build',
  evidence: {},
  message: () => 'The loadable segments of the image take no memory.',
  explanation: paragraphs(
    [
      'The loadable segments of the kernel have no bytes in memory: their `p_memsz` is 0.',
      'Libelf accepts such an image, and the toolstack then has no page to put it in.',
    ],
    [
      'All releases refuse it, and print no error.',
      'The log of `xl -vvv` has a line `no block found, no size given`.',
    ],
  ),
  fix: 'Look at the program headers with `readelf -lW`: at least one PT_LOAD segment must have a `MemSiz` that is not 0.',
  askXen: 'Nothing: all releases place a kernel in this way.',
  references: [xenFile('tools/libs/guest/xg_dom_core.c')],
});
