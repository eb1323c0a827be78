import { BIG } from '../goals.ts';
import { bigVmlinux } from '../kernels.ts';
import { measure } from '../measure.ts';
import { BY_HAND, GATE } from '../parts.ts';
import { missing } from '../tools.ts';
import { byHand, checkOne, type Run } from './run.ts';

export function big({ runs, add, skip }: Run): void {
  const noReadelf = missing('readelf', 'binutils');
  if (noReadelf) skip(`${BIG} by hand`, noReadelf);
  const path = bigVmlinux();
  const measured = measure(
    { [GATE]: checkOne(path), ...(noReadelf ? {} : { [BY_HAND]: byHand(path) }) },
    runs,
  );
  for (const [way, one] of Object.entries(measured)) add({ part: 'big', name: BIG, way, ...one });
}
