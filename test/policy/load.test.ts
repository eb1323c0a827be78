import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import schema from '../../schema/policy-1.json' with { type: 'json' };
import { loadPolicy } from '../../src/policy/load.ts';
import { PolicyError } from '../../src/policy/mistakes.ts';
import { FAIL_ON, NO_POLICY, pathsOf } from '../../src/policy/policy.ts';
import { findMistakes } from '../../src/policy/schema-check.ts';
import { readYaml } from '../../src/policy/yaml-text.ts';
import { BOOT_PATHS } from '../../src/programs/boot-path.ts';
import { ruleIds } from '../../src/rules/index.ts';
import { CALENDAR } from '../support/builds.ts';

const load = (text: string) => loadPolicy(text, 'p.yml', CALENDAR);
const example = readFileSync(new URL('../../examples/xen-boot-gate.yml', import.meta.url), 'utf8');

const guide = readFileSync(new URL('../../docs/policy.md', import.meta.url), 'utf8');

const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
formats.default(ajv);
const validate = ajv.compile(schema);

function refusal(text: string): PolicyError | null {
  try {
    load(text);
    return null;
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return error;
  }
}

/** All that is said of a text, as `line:column: sentence`. */
function complaints(text: string): string[] {
  const { mistakes = [] } = refusal(text) ?? {};
  return mistakes.map(({ place, message }) => `${place.line}:${place.column}: ${message}`);
}

const LONG = 'x'.repeat(30_000);

const WAIVER = 'rule: codec-unsupported, reason: r, owner: o, expires: 2027-01-31';

describe('a policy', () => {
  it('is read whole', () => {
    const policy = load(example);
    expect(policy).toMatchObject({
      kernels: [
        { name: 'amd64', paths: ['build/amd64/vmlinuz-*'] },
        { name: 'cloud', paths: ['build/cloud/vmlinuz-*'] },
      ],
      failOn: 'fails',
      baseline: { path: 'baseline/report.json', place: { line: expect.any(Number), column: 11 } },
      waivers: [
        {
          rule: 'codec-unsupported',
          kernels: ['cloud'],
          targets: [{ boot: [{ boot: 'pv-domu' }, { boot: 'pvh-domu' }] }],
          owner: '@example/kernel-team',
          expires: '2027-03-31',
          place: { path: 'p.yml', line: 32, column: 5 },
        },
      ],
    });
    const versions = policy.targets.required.map(({ builds }) => builds?.map(({ id }) => id));
    expect(versions[1]).toEqual(['4.14.6', '4.15.7', '4.16.7']);
    expect(policy.targets.required.map(({ boot }) => boot)).toEqual([
      null,
      [{ boot: 'pv-domu' }, { boot: 'pvh-domu' }],
    ]);
    expect(policy.targets.ignored).toMatchObject([{ builds: null, boot: [{ boot: 'pv-dom0' }] }]);
  });

  it('is in the guide as in the example', () => {
    const [, ...rest] = example.split('\n\n');
    expect(guide).toContain(`\`\`\`yaml\n${rest.join('\n\n')}\`\`\``);
  });

  it.each([
    `${LONG}: 1`,
    `{${LONG}: 1, ${LONG}: 2}`,
    `kernels: {${LONG}: a}`,
    `kernels: {a: '{${LONG}'}`,
    `kernels: {a: [${LONG}]}`,
    `fail-on: ${LONG}`,
    `targets: {required: {xen: ${LONG}}}`,
    `targets: {required: {xen: 4.17+${LONG}}}`,
    `targets: {required: {boot: ${LONG}}}`,
    `targets: {${LONG}: {boot: auto}}`,
    `guest-memory: ${LONG}`,
    `guest-memory: ${'9'.repeat(30_000)}KiB`,
    `waivers: {${WAIVER}, ${LONG}: x}`,
    `waivers: {${WAIVER.replace('2027-01-31', LONG)}}`,
    `waivers: {${WAIVER.replace('codec-unsupported', LONG)}}`,
    `waivers: {${WAIVER.replace('owner: o', `owner: ${LONG}`)}}`,
    `baseline: '{${LONG}'`,
    `*${LONG}`,
    `!${LONG} x`,
    `"${LONG}`,
  ])('answers a long text with a short sentence: %.30s', (text) => {
    const said = complaints(text);
    expect(said).not.toEqual([]);
    for (const sentence of said) expect(sentence.length).toBeLessThan(1100);
  });

  it.each(['', '# nothing yet\n', '---\n# nothing yet\n', '{}', 'targets: {}\nwaivers: []'])(
    'may be empty: %j',
    (text) => {
      expect(load(text)).toEqual(NO_POLICY);
    },
  );

  it.each([
    ['kernels: {a: x}', 'kernels: {a: [x]}'],
    ['targets: {required: {xen: 4.17}}', 'targets: {required: [{xen: [4.17]}]}'],
    ['targets: {ignored: {boot: pv-dom0}}', 'targets: {ignored: [{boot: [pv-dom0]}]}'],
    [`waivers: {${WAIVER}, kernels: x}`, `waivers: [{${WAIVER}, kernels: [x]}]`],
  ])('has a single entry for a list of one: %s', (single, list) => {
    const withoutPlaces = (text: string) =>
      JSON.parse(JSON.stringify(load(text), (key, value) => (key === 'place' ? null : value)));
    expect(withoutPlaces(single)).toEqual(withoutPlaces(list));
  });

  it('gives the baseline a name, and does not check it', () => {
    const kernels = 'kernels: {a: [build/vmlinuz, old/vmlinuz]}';
    expect(pathsOf(load(kernels))).toEqual(['build/vmlinuz', 'old/vmlinuz']);
    expect(pathsOf(load(`${kernels}\nbaseline: ./old/vmlinuz`))).toEqual(['build/vmlinuz']);
  });

  it('has its kernels in the order of the file', () => {
    const { kernels } = load('kernels:\n  all: a\n  "686": b\n  64: [c, d]\n');
    expect(kernels.map(({ name }) => name)).toEqual(['all', '686', '64']);
  });

  it('has the place of a single waiver', () => {
    const [waiver] = load(`# one\nwaivers:\n  ${WAIVER.replaceAll(', ', '\n  ')}`).waivers;
    expect(waiver?.place).toEqual({ path: 'p.yml', line: 3, column: 3 });
  });

  it('has 4.20 for the release, not for the number 4.2', () => {
    const [target] = load('targets: {required: {xen: 4.20}}').targets.required;
    expect(target?.builds?.map(({ release }) => release.minor)).toEqual(['4.20']);
  });
});

it.each<[text: string, ...expected: string[]]>([
  ['kernel: x', "1:1: unknown key 'kernel': did you mean kernels?"],
  ['targets:\n  requird: []', "2:3: unknown key 'requird': did you mean required?"],
  ['targets: {required: {xem: 4.17}}', "1:22: unknown key 'xem': did you mean xen?"],
  [
    'targets: {required: [{}]}',
    "1:22: an entry of 'required' is empty: name xen, xen-binary, boot, dom0-memory or guest-memory",
  ],
  ['targets: [a]', "1:10: 'targets' must be a map"],
  ['[]', '1:1: a policy must be a map'],
  ['text', '1:1: a policy must be a map'],
  ['""', '1:1: a policy is empty'],
  ['fail-on: failing', "1:10: unknown level 'failing': did you mean fails?"],
  ['fail-on: [fails]', "1:10: 'fail-on' must be a level"],
  ['kernels: {a: []}', "1:14: 'a' is an empty list"],
  ['kernels: {686: []}', "1:16: '686' is an empty list"],
  ['kernels: {686: [[a]]}', "1:17: an entry of '686' must be a text"],
  ['kernels: {a b: x}', "1:11: 'a b' cannot be a name: letters, digits and . _ + -"],
  [
    'kernels: {a: "x{1,2}"}',
    "1:14: 'x{1,2}' cannot be a path: a file or a directory, with * ? and ** but without brackets, braces and !",
  ],
  ['kernels: {a: **/x}', "1:14: YAML aliases are not supported; quote a text that starts with '*'"],
  ['baseline: ', "1:11: 'baseline' is empty"],
  ['baseline: ~', "1:11: 'baseline' is empty"],
  ['waivers:\n  # - rule: x\n', "1:9: 'waivers' is empty"],
  ['targets: {required: null}', "1:21: 'required' is empty"],
  ['? targets', "1:3: 'targets' is empty"],
  [`waivers: [{${WAIVER.replace('reason: r', 'reason: null')}}]`, "1:45: 'reason' is empty"],
  ['baseline: [a]', "1:11: 'baseline' must be a text"],
  ['waivers: {rule: codec-unsupported, reason: r, owner: o}', "1:10: 'expires' is missing"],
  ['waivers: all', "1:10: 'waivers' must be a map"],
  [
    'waivers: [{rule: codec-unsupported, owner: o, expires: 2027-01-31}]',
    "1:11: 'reason' is missing",
  ],
  [`waivers: [{${WAIVER.replace('reason: r', "reason: ' '")}}]`, "1:45: 'reason' is empty"],
  [
    `waivers: [{${WAIVER.replace('-unsupported', '-unsuported')}}]`,
    "1:18: unknown rule 'codec-unsuported': did you mean codec-unsupported?",
  ],
  [
    `waivers: [{${WAIVER.replace('01-31', '02-29')}}]`,
    "1:67: '2027-02-29' is not a day such as 2027-01-31",
  ],
  [
    `waivers: [{${WAIVER}, targets: {boot: pv-dom}}]`,
    "1:95: unknown boot path 'pv-dom': did you mean pv-dom0?",
  ],
  [`waivers: [{${WAIVER}, targets: []}]`, "1:88: 'targets' is an empty list"],
  ['targets: {ignored: {xen: 4.99}}', "1:26: unknown release '4.99': did you mean 4.19?"],
  [
    'targets: {ignored: {boot: [auto, pv-dom0]}}',
    "1:27: boot paths are 'auto' or a list, not both",
  ],
  ['fail-on: fails\nfail-on: never', '2:1: Map keys must be unique'],
  ['--- {}\n--- {}', '2:1: a second YAML document starts here'],
  ['fail-on: !x fails', '1:10: Unresolved tag: !x'],
  ['!!omap [targets: {required: {xen: 4.14}}]', '1:1: Unresolved tag: tag:yaml.org,2002:omap'],
  ['targets: !!omap [required: {xen: 4.14}]', '1:10: Unresolved tag: tag:yaml.org,2002:omap'],
  ['!!set {targets, fail-on}', '1:1: Unresolved tag: tag:yaml.org,2002:set'],
  ['fail-on: !!merge x', '1:10: Unresolved tag: tag:yaml.org,2002:merge'],
  ['baseline: "\\ud800"', '1:11: half of a surrogate pair'],
  ['__proto__: {}', "1:1: unknown key '__proto__': did you mean kernels?"],
  ['['.repeat(300), '1:1: is nested deeper than 16 levels'],
  [
    'fail-on: x\nwaivers:\n  - rule: x\nbase: y',
    "1:10: unknown level 'x': did you mean fails?",
    "3:5: 'reason' is missing",
    "3:5: 'owner' is missing",
    "3:5: 'expires' is missing",
    expect.stringContaining("3:11: unknown rule 'x'"),
    "4:1: unknown key 'base': did you mean baseline?",
  ],
])('every mistake is reported: %j', (text, ...expected) => {
  expect(complaints(text)).toEqual(expected);
});

it('refuses to nest, where a deeper text would end the process', () => {
  for (const text of ['[', '{a: ', '- ', '? ', '[\n']) {
    expect(complaints(text.repeat(15_000))).toEqual(['1:1: is nested deeper than 16 levels']);
  }
});

it.each([
  [40, 40, 0],
  [60, 50, 10],
])('of %i mistakes reports %i, and that there are %i more', (all, reported, more) => {
  const text = Array.from({ length: all }, (_, n) => `k${n}: x`).join('\n');
  expect(refusal(text)).toMatchObject({ mistakes: { length: reported }, more });
});

it('reports no more, however many mistakes there are', () => {
  const waivers = refusal(`waivers: [${'{},'.repeat(20_000)}]`);
  expect(waivers?.mistakes.length).toBeGreaterThan(0);
  const keys = refusal(Array.from({ length: 5000 }, (_, n) => `k${n}: x`).join('\n'));
  expect(keys?.mistakes).toHaveLength(50);
});

it('whatever an untrusted user sends is read or refused', () => {
  const piece = fc.constantFrom(
    ...[
      'kernels',
      'targets',
      'required',
      'waivers',
      'rule',
      'xen',
      'boot',
      'auto',
      '4.17',
      'every',
    ],
    ...[
      ': ',
      '\n',
      ' ',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      ',',
      '"',
      "'",
      '&a ',
      '*a',
      '!!map ',
      '? ',
    ],
    ...['|', '>', '#', '\t', '%', '\r', '\u0000', '\ufeff', '<<', '---', '\\ud800', '**/x'],
  );
  fc.assert(
    fc.property(fc.string({ unit: piece, maxLength: 40 }), (text) => {
      for (const complaint of complaints(text)) expect(complaint).toMatch(/^\d+:\d+: ./);
    }),
    { numRuns: 2000 },
  );
});

/** A policy with mistakes of any kind: each time one value in it is another. */
const broken = fc
  .array(
    fc.record({
      place: fc.nat({ max: 1000 }),
      value: fc.constantFrom(
        ...['', 'x', '4.17', 'auto', '2027-02-29', ' ', '{', 'a'.repeat(1001), '256MiB', 'pv-dom0'],
        ...[[], {}, ['x'], [[]], [''], { x: 'y' }, { xen: 'x' }, [{ boot: 'auto' }]],
      ),
      key: fc.constantFrom(null, 'x', 'a b', '1', '__proto__', 'xen', 'reason', 'constructor'),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((edits) => {
    const policy = JSON.parse(JSON.stringify(parse(example)));
    for (const { place, key, ...edit } of edits) {
      const value = structuredClone(edit.value);
      const holders = holdersIn(policy);
      const holder = holders[place % holders.length] ?? policy;
      const keys = Object.keys(holder);
      const name = key ?? keys[place % keys.length] ?? 'x';
      Object.defineProperty(holder, name, { value, enumerable: true, writable: true });
    }
    return JSON.stringify(policy);
  });

/** Every map and every list in some data. */
function holdersIn(data: unknown): object[] {
  if (typeof data !== 'object' || data === null) return [];
  return [data, ...Object.values(data).flatMap(holdersIn)];
}

describe('the published schema', () => {
  it('refuses what the check refuses, and nothing else', () => {
    fc.assert(
      fc.property(broken, (text) => {
        const yaml = readYaml(text, 'p.yml');
        expect(findMistakes(yaml).length === 0).toBe(validate(yaml.data));
      }),
      { numRuns: 1000 },
    );
  });

  it('is where the guide sends editors', () => {
    const [, path = ''] = /\$schema=\S+\/COMMIT\/(\S+)/.exec(guide) ?? [];
    const found = JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
    expect(found).toEqual(schema);
  });

  it('knows the rules, boot paths and levels of the code', () => {
    expect(schema.$defs.waiver.properties.rule.enum).toEqual(ruleIds);
    expect(schema.$defs.boot.anyOf[0]?.enum).toEqual([...BOOT_PATHS, 'auto']);
    expect(schema.properties['fail-on'].enum).toEqual(FAIL_ON);
  });

  it.each([
    ['the example', example, true],
    ['a number for a release', 'targets: {required: {xen: 4.20}}', true],
    ['an unknown key', 'kernel: x', false],
    ['an unknown rule', `waivers: [{${WAIVER.replace('codec', 'x')}}]`, false],
    ['a waiver', `waivers: [{${WAIVER}}]`, true],
    ['a waiver without a list', `waivers: {${WAIVER}}`, true],
    ['a waiver without a reason', `waivers: [{${WAIVER.replace('reason', 'x')}}]`, false],
    [
      'a waiver whose reason is none',
      `waivers: [{${WAIVER.replace('reason: r', 'reason: ~')}}]`,
      false,
    ],
    ['no day', `waivers: [{${WAIVER.replace('01-31', '02-30')}}]`, false],
    ['a brace in a path', 'kernels: {a: "{a,b}"}', false],
    ['a space in a name', 'kernels: {a b: c}', false],
    ['a waiver for no targets', `waivers: {${WAIVER}, targets: []}`, false],
    ['an empty target', 'targets: {ignored: [{}]}', false],
  ])('is for editors what it is for us: %s', (_, text, expected) => {
    expect(validate(parse(text))).toBe(expected);
    expect(complaints(text).length === 0).toBe(expected);
  });
});
