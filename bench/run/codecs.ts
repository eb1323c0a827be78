import { CODECS } from '../codecs.ts';
import { benchKernel } from '../kernels.ts';
import { measure } from '../measure.ts';
import { BY_HAND, DECOMPRESS, GATE } from '../parts.ts';
import { missing } from '../tools.ts';
import { byHand, checkOne, type Run } from './run.ts';

export function codecs({ codecs: wanted, runs, add, skip }: Run): void {
  const noReadelf = missing('readelf', 'binutils');
  if (noReadelf) skip('by hand', noReadelf);
  for (const codec of wanted) {
    const { decompress, package: name } = CODECS[codec];
    // Its kernel is made with this tool, or Debian's own, which is in zstd, is decompressed with it.
    const noTool = missing(decompress[0], name);
    if (noTool) {
      skip(codec, noTool);
      continue;
    }
    const { image, stream } = benchKernel(codec);
    const measured = measure(
      {
        [GATE]: checkOne(image),
        ...(noReadelf ? {} : { [BY_HAND]: byHand(image) }),
        [DECOMPRESS]: { argv: decompress, input: stream },
      },
      runs,
    );
    for (const [way, one] of Object.entries(measured))
      add({ part: 'codecs', name: codec, way, ...one });
  }
}
