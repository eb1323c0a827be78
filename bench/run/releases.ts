import { EVERY_RELEASE, ONE_TARGET } from '../goals.ts';
import { benchKernel } from '../kernels.ts';
import { measure } from '../measure.ts';
import { GATE } from '../parts.ts';
import { checkAllPaths, checkOne, type Run } from './run.ts';

export function releases({ runs, add }: Run): void {
  const { image } = benchKernel('zstd');
  const measured = measure(
    {
      [ONE_TARGET]: checkOne(image),
      '1 release': checkAllPaths('4.20', image),
      '10 releases': checkAllPaths('4.13..4.22', image),
      [EVERY_RELEASE]: checkAllPaths('every', image),
      'all supported products': checkAllPaths('products', image),
    },
    runs,
  );
  for (const [name, one] of Object.entries(measured)) {
    add({ part: 'releases', name, way: GATE, ...one });
  }
}
