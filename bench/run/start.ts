import { measure } from '../measure.ts';
import { GATE } from '../parts.ts';
import { CLI, type Run } from './run.ts';

export function start({ runs, add }: Run): void {
  const measured = measure(
    {
      'Node alone': { argv: [process.execPath, '--eval', '0'] },
      '`--version`': { argv: [process.execPath, CLI, '--version'] },
    },
    runs,
  );
  for (const [name, one] of Object.entries(measured))
    add({ part: 'start', name, way: GATE, ...one });
}
