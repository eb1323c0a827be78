import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseXenList } from '../../../src/programs/xen/targets.ts';
import { UsageError } from '../../../src/text/usage-error.ts';
import { builds, CALENDAR } from '../../support/builds.ts';

function parse(...lists: string[]): string[] {
  return builds(...lists).map(({ id }) => id);
}

const GRAMMAR =
  'write 4.17, 4.17.3, 4.17.x, a range such as 4.14..4.20 or >=4.17, a product such as debian-12, or supported, all, every';

describe('lists of Xen releases', () => {
  it.each<[list: string, releases: string]>([
    ['4.17.3', '4.17.3'],
    ['4.1.6.1', '4.1.6.1'],
    ['4.17', '4.17.7'],
    ['4.1', '4.1.6.1'],
    ['4.6.x', '4.6.0 4.6.1 4.6.3 4.6.4 4.6.5 4.6.6'],
    ['4.14..4.16', '4.14.6 4.15.7 4.16.7'],
    ['4.14.2..4.16.3', '4.14.6 4.15.7 4.16.3'],
    ['4.9..4.10', '4.9.4 4.10.4'],
    ['4.17..4.17', '4.17.7'],
    ['>=4.20', '4.20.4 4.21.2 4.22.0'],
    ['<=4.1', '4.0.4 4.1.6.1'],
    ['<=4.1.2', '4.0.4 4.1.2'],
    ['supported', '4.17.7 4.18.6 4.19.6 4.20.4 4.21.2 4.22.0'],
    ['4.22, 4.1 , 4.22.0', '4.1.6.1 4.22.0'],
    ['>= 4.22,4.14 .. 4.14', '4.14.6 4.22.0'],
  ])('%s', (list, releases) => {
    expect(parse(list).join(' ')).toBe(releases);
  });

  it('all is the newest of each series, every is every release', () => {
    expect(parse('all')).toHaveLength(23);
    expect(parse('all')).toEqual(expect.arrayContaining(['4.0.4', '4.17.7', '4.22.0']));
    expect(parse('every')).toEqual(CALENDAR.releases.map(({ version }) => version));
  });

  it('supported depends on the day, its last one included', () => {
    const on = (today: string) =>
      parseXenList(['supported'], { ...CALENDAR, today }).map(({ release }) => release.minor);
    expect(on('2027-12-12')[0]).toBe('4.17');
    expect(on('2027-12-13')[0]).toBe('4.18');
    expect(() => on('2031-07-31')).toThrow(/has security support on 2031-07-31/);
  });

  it.each<[list: string, answer: string]>([
    [
      '2.06',
      "'2.06' is a release of GRUB, and not of Xen: name it with its boot path, pvgrub-domu@2.06",
    ],
    ['xen.gz', "'xen.gz' is no release: give a file of Xen as xen-binary"],
    ['b/xen', "'b/xen' is no release: give a file of Xen as xen-binary"],
    [
      'libxenguest.so.4.17',
      "'libxenguest.so.4.17' is no release: give a file of Xen as xen-binary",
    ],
    ['4.17.33', "unknown release '4.17.33': did you mean 4.17.3?"],
    ['4.17.8', "unknown release '4.17.8': did you mean 4.17.7?"],
    ['4.23', "unknown release '4.23': did you mean 4.22?"],
    ['suported', "unknown release 'suported': did you mean supported?"],
    ['ALL', "unknown release 'ALL': did you mean all?"],
    ['>=4.31', "unknown release '4.31': did you mean 4.21?"],
    ['4.6.2', "unknown release '4.6.2': did you mean 4.6.6?"],
    ['4.71.x', "unknown series '4.71.x': did you mean 4.21.x?"],
    ['4.14-4.20', "for the range '4.14-4.20' write 4.14..4.20"],
    ['4.20..4.14', "the range '4.20..4.14' is backwards: did you mean 4.14..4.20?"],
    ['<4.3', "'<' is not supported; write '<=4.2'"],
    ['> 4.17', "'>' is not supported; write '>=4.18'"],
    ['<4.3.1', "'<' is not supported; write '<=4.3.0'"],
    ['>4.1.6', "'>' is not supported; write '>=4.1.6.1'"],
    ['>4.22', 'no known Xen release is newer than 4.22'],
    ['<4.0.0', 'no known Xen release is older than 4.0.0'],
    ['<4.99', "unknown release '4.99': did you mean 4.19?"],
    ['qubes-9', `unknown release 'qubes-9': did you mean qubes?`],
    ['debain-12', `unknown release 'debain-12': did you mean debian-12?`],
    ['>=5', `unknown release '5': ${GRAMMAR}`],
    ['latest', `unknown release 'latest': ${GRAMMAR}`],
    ['4.14 4.17', "'4.14 4.17' lacks a comma between its releases"],
    ['<', 'a range of Xen releases has no bound'],
    ['4.14..', 'a range of Xen releases has no bound'],
    ['4.17,,4.18', 'an entry in the list of Xen releases is empty'],
    ['>=', 'a range of Xen releases has no bound'],
    ['', 'an entry in the list of Xen releases is empty'],
  ])('%s is answered in one sentence', (list, answer) => {
    expect(() => parse(list)).toThrow(new UsageError(answer));
  });

  it('names each release once, oldest first, in whatever order they are asked for', () => {
    const names = fc.constantFrom('4.17.3', '4.17', '4.1.x', '4.9..4.11', '>=4.21', '<=4.2', 'all');
    fc.assert(
      fc.property(fc.array(names, { minLength: 1 }), (list) => {
        const together = parse(list.join(','));
        const order = together.map((version) =>
          CALENDAR.releases.findIndex((r) => r.version === version),
        );
        expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
        expect(new Set(together)).toEqual(new Set(list.flatMap((name) => parse(name))));
        expect(parse(...list)).toEqual(together);
      }),
    );
  });
});
