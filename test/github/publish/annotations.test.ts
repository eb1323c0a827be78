import { expect, test } from 'vitest';
import type { KernelReport } from '../../../src/contract/report.ts';
import {
  type AnnotationOptions,
  annotationsOf,
  RUNNER_LIMITS,
} from '../../../src/github/publish/annotations.ts';
import { forTerminal } from '../../../src/report/escape.ts';
import { finding, kernel, report, verdict } from '../../support/fixture-report.ts';

const WORKSPACE = '/home/runner/workspace';

test('a cause is one annotation, wherever it hit', () => {
  const findings = [finding()];
  const everywhere = [
    verdict({ findings }),
    verdict({ boot: 'pv-dom0', findings, releases: ['4.14.6'] }),
  ];
  const annotations = annotationsOf(
    report([kernel({ verdicts: everywhere }), kernel({ path: 'other', verdicts: everywhere })]),
    WORKSPACE,
  );
  expect(annotations).toEqual([
    {
      level: 'error',
      title: 'unknown-codec',
      file: 'build/vmlinuz',
      region: null,
      message: [
        'the payload is compressed with zstd, which this release does not know',
        'Xen says: xc_dom_probe_bzimage_kernel unknown compression format',
        'Fix: Build the kernel with CONFIG_KERNEL_XZ.',
        'build/vmlinuz, other: pv-dom0 on Xen 4.14.6; pv-domu on Xen 4.14.6–4.16.7',
      ].join('\n'),
    },
  ]);
});

const REGION = { file: 'head.S', line: 3, column: 2, endLine: 3, endColumn: 9 };

test('a cause whose line is known stands there', () => {
  const verdicts = [verdict({ findings: [finding()] })];
  const [annotation] = annotationsOf(report([kernel({ verdicts })]), WORKSPACE, {
    locate: () => REGION,
  });
  expect(annotation).toMatchObject({ file: 'head.S', region: REGION });
  expect(annotation?.message).toContain('build/vmlinuz: pv-domu');
});

test('what one line does to several builds is one annotation', () => {
  const at = (path: string, offset: string, rule = 'unknown-feature') => {
    const message = `The note at ${offset} is wrong.`;
    return kernel({ path, verdicts: [verdict({ findings: [finding({ rule, message })] })] });
  };
  const kernels = [at('a', '0x10'), at('b', '0x20'), at('c', '0x30', 'other-rule')];
  const annotations = annotationsOf(report(kernels), WORKSPACE, {
    locate: () => REGION,
  });
  expect(annotations.map(({ title }) => title)).toEqual(['unknown-feature', 'other-rule']);
  expect(annotations[0]?.message.split('\n')).toEqual([
    'The note at 0x10 is wrong.',
    'The note at 0x20 is wrong.',
    'Xen says: xc_dom_probe_bzimage_kernel unknown compression format',
    'Fix: Build the kernel with CONFIG_KERNEL_XZ.',
    'a: pv-domu on Xen 4.14.6–4.16.7',
    'b: pv-domu on Xen 4.14.6–4.16.7',
  ]);
});

test('the severest comes first: problems, errors by how much they hit, warnings', () => {
  const verdicts = [
    verdict({ findings: [finding({ level: 'warning', message: 'a warning' })] }),
    verdict({ releases: ['4.2.5'], findings: [finding({ message: 'hits one' })] }),
    verdict({ findings: [finding({ message: 'hits three' })] }),
  ];
  const annotations = annotationsOf(
    report([kernel({ verdicts })], [{ path: 'gone', message: 'no such file' }]),
    WORKSPACE,
  );
  expect(annotations.map(({ level, message }) => [level, message.split('\n')[0]])).toEqual([
    ['error', 'gone: no such file'],
    ['error', 'hits three'],
    ['error', 'hits one'],
    ['warning', 'a warning'],
  ]);
});

test('the last of too many says how many more there are', () => {
  const many = (level: 'error' | 'warning', count: number) =>
    Array.from({ length: count }, (_, n) =>
      verdict({ findings: [finding({ level, message: `${level} ${n}` })] }),
    );
  const verdicts = [...many('error', 12), ...many('warning', 11)];
  const annotations = annotationsOf(report([kernel({ verdicts })]), WORKSPACE);
  const of = (level: string) => annotations.filter((one) => one.level === level);
  expect(of('error')).toHaveLength(RUNNER_LIMITS.error);
  expect(of('error').at(-1)?.message).toContain('4 more errors');
  expect(of('warning')).toHaveLength(RUNNER_LIMITS.warning);
  expect(of('warning').at(-1)?.message).toContain('6 more warnings');
});

test('what is left out is where the reader is sent', () => {
  const verdicts = Array.from({ length: 12 }, (_, n) =>
    verdict({ findings: [finding({ message: `error ${n}` })] }),
  );
  const lastOf = (options?: AnnotationOptions) =>
    annotationsOf(report([kernel({ verdicts })]), WORKSPACE, options).at(-1)?.message;
  expect(lastOf()).toBe('The job summary has 4 more errors.');
  expect(lastOf({ whole: 'log' })).toBe('The log has 4 more errors.');
  expect(lastOf({ limits: { error: 11, warning: 0, notice: 0 } })).toContain('has 2 more errors');
});

test('exactly as many as are shown need no such line', () => {
  const verdicts = Array.from({ length: RUNNER_LIMITS.error }, (_, n) =>
    verdict({ findings: [finding({ message: `error ${n}` })] }),
  );
  const annotations = annotationsOf(report([kernel({ verdicts })]), WORKSPACE);
  expect(annotations.map(({ title }) => title)).toEqual(
    Array(RUNNER_LIMITS.error).fill('unknown-codec'),
  );
});

test('a message is shorter than what the runner cuts, and no pair of surrogates is torn', () => {
  for (const long of ['x'.repeat(5000), '𐀀'.repeat(5000), `x${'𐀀'.repeat(5000)}`]) {
    const verdicts = [verdict({ findings: [finding({ message: long })] })];
    const [annotation] = annotationsOf(report([kernel({ verdicts })]), WORKSPACE);
    expect(annotation?.message.length).toBeLessThan(4096);
    expect(annotation?.message).not.toMatch(/\p{Cs}/u);
    expect(annotation?.message.endsWith('…')).toBe(true);
  }
});

test.each([
  ['build/vmlinuz', 'build/vmlinuz'],
  ['./build/../vmlinuz', 'vmlinuz'],
  [`${WORKSPACE}/build/vmlinuz`, 'build/vmlinuz'],
  ['..vmlinuz', '..vmlinuz'],
  ['../vmlinuz', null],
  ['/boot/vmlinuz', null],
  [`${WORKSPACE}-2/vmlinuz`, null],
  ['.', null],
  ['vm\nlinuz', null],
  ['vm##[error]linuz', null],
])('the file of %j is %j', (path, file) => {
  const verdicts = [verdict({ findings: [finding()] })];
  const [annotation] = annotationsOf(report([kernel({ path, verdicts })]), WORKSPACE);
  expect(annotation?.file).toBe(file);
});

const HOSTILE = 'b\n::error::';

test('one notice names the boot paths that kernels do not claim, where they say which are checked', () => {
  const pv = [verdict({ boot: 'pv-dom0' }), verdict({ boot: 'pv-domu' })];
  const one = (path: string, claims: KernelReport['claims'], verdicts = pv) =>
    kernel({ path, claims, verdicts });
  const both = ['pv-dom0', 'pv-domu'] as const;
  const all = ['pv-dom0', 'pvh-dom0', 'pv-domu', 'pvh-domu'] as const;
  const every = all.map((boot) => verdict({ boot }));
  const kernels = [
    ...['a', HOSTILE, 'c', 'd', 'e'].map((path) => one(path, both)),
    one('f', ['pv-domu'], [verdict({ boot: 'pv-domu' })]),
    one('whole', all, every),
    one('named on all', both, every),
    one('cut', null, every),
  ];
  expect(annotationsOf(report(kernels), WORKSPACE)).toEqual([]);
  expect(annotationsOf(report(kernels), WORKSPACE, { isAutomatic: true })).toEqual([
    {
      level: 'notice',
      title: 'not claimed',
      file: null,
      region: null,
      message: [
        `a, ${forTerminal(HOSTILE)}, c and 2 more kernels: not claimed, so not checked: pvh-dom0, pvh-domu`,
        'f: not claimed, so not checked: pv-dom0, pvh-dom0, pvh-domu',
        'The input "boot" names the boot paths that count, whatever a kernel claims.',
      ].join('\n'),
    },
  ]);
  const whole = report([one('whole', all, every)]);
  expect(annotationsOf(whole, WORKSPACE, { isAutomatic: true })).toEqual([]);
});
