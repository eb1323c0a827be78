import type { Task } from '../gate/check-all.ts';
import type { Unit, UnitTask } from './messages.ts';

/** A unit, and the place of its first task; the others follow it. */
export interface PlacedUnit {
  readonly unit: Unit;
  readonly place: number;
}

/** Tasks as units; `null` where another thread cannot open an artifact. */
export function unitsOf(tasks: readonly Task[]): PlacedUnit[] | null {
  const units: { readonly unit: Unit & { readonly tasks: UnitTask[] }; readonly place: number }[] =
    [];
  for (const [place, { artifact, lost = [] }] of tasks.entries()) {
    const { name, locator, container } = artifact;
    if (locator === undefined) return null;
    const { path, at } = locator;
    const task = { name, at, container: container?.format ?? null, lost };
    const last = units.at(-1)?.unit;
    if (at !== null && last?.path === path && last.tasks[0]?.at !== null) last.tasks.push(task);
    else units.push({ place, unit: { path, tasks: [task] } });
  }
  return units;
}
