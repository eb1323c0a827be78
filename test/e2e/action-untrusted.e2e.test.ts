import { existsSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { buildElf, loadSegment, noteSegment, notes } from '../support/elf-builder.ts';
import { EVENTS } from '../support/events.ts';
import { HOSTILE_TEXTS } from '../support/hostile-text.ts';
import { createRunner, type StepResult } from '../support/runner.ts';
import { annotationsOf, ZSTD } from '../support/step-results.ts';

const runner = createRunner();
afterAll(() => runner.dispose());

/** An ELF kernel that Xen 4.1 refuses for the text in its notes. */
function kernelThatSays(text: string): Uint8Array {
  return buildElf({
    segments: [
      loadSegment(new Uint8Array(4096), { vaddr: 0x1000000 }),
      noteSegment(
        notes([
          { type: 6, value: text },
          { type: 8, value: 'generic' },
          { type: 5, value: 'xen-3.0' },
          { type: 10, value: text },
        ]),
      ),
    ],
  });
}

function chunks(texts: readonly string[], size: number): string[][] {
  const count = Math.ceil(texts.length / size);
  return Array.from({ length: count }, (_, at) => texts.slice(at * size, (at + 1) * size));
}

describe('an untrusted user', () => {
  /** What a run without tricks prints: the names of its commands. */
  const EXPECTED = new Set(['error', 'warning', 'notice']);

  function expectNothingPlanted(step: StepResult): void {
    for (const { name, properties, data } of step.commands) {
      expect(EXPECTED).toContain(name);
      expect(data).not.toMatch(/^planted/);
      expect(properties.title).not.toBe('planted');
    }
    for (const line of step.log) expect(line).not.toMatch(/[\p{Cc}\p{Cf}]|##\[|^\s*::/u);
    expect(Object.keys(step.outputs).sort()).toEqual([
      'comment-body',
      'failed-count',
      'matrix',
      'passed',
      'report-html',
      'report-json',
      'sarif',
      'verdict',
    ]);
    expect(step.outputs.passed).toBe('false');
    expect(step.summary).not.toMatch(/<script|<img|\x1b|\u202e/);
  }

  // These can be no part of a file's name: a slash, NUL, and half of a surrogate pair.
  const names = HOSTILE_TEXTS.filter((text) => !/[/\0\ud800-\udfff]/.test(text));

  /** An annotation for each kernel, where there are no more of them than the runner shows. */
  const MOST_SHOWN = 10;

  test.each(chunks(HOSTILE_TEXTS, MOST_SHOWN))(
    'whose notes and files say %j and more gets nowhere',
    async (...texts) => {
      const files = texts.map((text, index) => {
        const name = names.includes(text) ? text : `${index}`;
        return [`build/${name}`, kernelThatSays(text)] as const;
      });
      const step = await runner.run({
        files: Object.fromEntries(files),
        with: { kernels: 'build', xen: '4.1', boot: 'pv-domu' },
      });
      expect(step.exitCode).toBe(1);
      expect(step.outputs['failed-count']).toBe(`${texts.length}`);
      const errors = annotationsOf(step).filter(({ name }) => name === 'error');
      expect(errors.length).toBeGreaterThanOrEqual(texts.length);
      expectNothingPlanted(step);
    },
  );

  test.each(chunks(names, 6))(
    'who names a policy, a branch and all else %j and more gets nowhere',
    async (...some) => {
      const waiver = (expires: string) =>
        `{rule: bad-segment, reason: r, owner: o, expires: ${expires}}`;
      // A name in a name: a path of all of them.
      const name = some.join('/');
      const joined = some.join(' ');
      const step = await runner.runHere({
        files: {
          [`build/${name}/vmlinuz`]: ZSTD,
          [`build/${name}.gz`]: Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3),
          [`build/.tmp_${name}`]: ZSTD,
          [`build/${name}/node_modules/x`]: '',
          [`ci/${name}.yml`]: `waivers: [${waiver('2020-01-31')}, ${waiver('2999-12-31')}]`,
        },
        links: { [`build/link ${name}`]: '/dev/null' },
        with: {
          kernels: `build\nlost-${name}*`,
          policy: `ci/${name}.yml`,
          xen: '4.14',
          'if-no-kernels': 'warn',
        },
        event: EVENTS['a pull request'],
        env: {
          GITHUB_WORKFLOW: joined,
          GITHUB_WORKFLOW_REF: `o/r/.github/workflows/${joined}.yml@refs/heads/${joined}`,
          GITHUB_JOB: joined,
          GITHUB_ACTION: joined,
          GITHUB_HEAD_REF: joined,
          GITHUB_REF: `refs/heads/${joined}`,
          ...Object.fromEntries(some.map((one) => [`INPUT_${one.replaceAll('=', '')}`, one])),
        },
      });
      expect(step.exitCode).toBe(1);
      expect(step.outputs['failed-count']).toBe('8');
      expectNothingPlanted(step);
      const read = (output: string) => readFileSync(step.outputs[output] ?? '', 'utf8');
      for (const output of ['report-json', 'report-html', 'sarif']) {
        expect(read(output).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }
      expect(read('report-html')).not.toMatch(/<img|<script>alert/);
    },
  );

  test('whose note is a megabyte gets no more room than GitHub gives', async () => {
    const text = '</code>|`::'.repeat(2 ** 17);
    const elf = buildElf({
      segments: [
        loadSegment(new Uint8Array(4096), { vaddr: 0x1000000 }),
        noteSegment(notes([6, 8, 5, 10].map((type) => ({ type, value: text })))),
      ],
    });
    const step = await runner.run({
      files: { vmlinux: elf },
      with: { kernels: 'vmlinux', xen: 'every', boot: 'pv-dom0, pvh-dom0, pv-domu, pvh-domu' },
    });
    expect(step.exitCode).toBe(1);
    expectNothingPlanted(step);
    expect(Buffer.byteLength(step.summary)).toBeLessThanOrEqual(2 ** 20);
    expect(step.outputs['comment-body']?.length).toBeLessThan(65_536);
    for (const { data } of annotationsOf(step)) expect(data.length).toBeLessThan(4096);
  });

  test('whose link leads out of a directory gets nowhere', async () => {
    expect(existsSync('/dev/zero')).toBe(true);
    const step = await runner.runHere({ with: { kernels: '/dev/zero', xen: '4.20' } });
    expect(step.exitCode).toBe(1);
    expect(annotationsOf(step)[0]?.data).toContain('/dev/zero');
  });
});
