import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { buildElf, loadSegment, noteSegment, notes } from '../support/elf-builder.ts';
import { HOSTILE_TEXTS } from '../support/hostile-text.ts';
import { createRunner, type Step, type StepResult } from '../support/runner.ts';
import { isSarif } from '../support/sarif-schema.ts';
import { tempFiles } from '../support/temp-files.ts';

/** Slimmed Debian kernels: real headers and notes, and each another codec. */
const XZ = readKernel('vmlinuz-6.1.0-50-amd64.img');
const ZSTD = readKernel('vmlinuz-6.12.94+deb13-amd64.img');
const LZ4 = readKernel('vmlinuz-6.1.0-50-cloud-amd64.img');

const runner = createRunner();
afterAll(() => runner.dispose());

function readKernel(name: string): Uint8Array {
  return readFileSync(new URL(`../kernels/${name}`, import.meta.url));
}

/** The annotations of a step: what the run's page shows. */
function annotationsOf({ commands }: StepResult) {
  return commands.filter(({ name }) => ['error', 'warning', 'notice'].includes(name));
}

function reportOf({ reportJson }: StepResult): Report {
  return JSON.parse(reportJson ?? 'null');
}

describe('kernels that boot', () => {
  test('pass, and nothing is annotated', async () => {
    const step = await runner.run({
      files: { 'build/vmlinuz-xz': XZ, 'build/vmlinuz-lz4': LZ4 },
      with: { kernels: 'build/vmlinuz-*', xen: '4.14, >=4.20', boot: 'pv-domu' },
    });
    expect(step.outputs).toMatchObject({ verdict: 'passed', passed: 'true', 'failed-count': '0' });
    expect(annotationsOf(step)).toEqual([]);
    expect(step.exitCode).toBe(0);
    expect(step.summary).toContain('✓ passes');
    expect(step.outputs['comment-body']).toMatch(/^<!-- xen-boot-gate \w+ -->\n## Xen boot gate\n/);
    const matrix = JSON.parse(step.outputs.matrix ?? '');
    expect(matrix).toMatchObject([{ outcome: 'boots' }, { outcome: 'boots' }]);
    expect(step.summary).toContain('<code>build/vmlinuz-lz4</code>');
    expect(reportOf(step)).toMatchObject({
      schemaVersion: 1,
      gate: { passed: true },
      kernels: [{ codec: 'lz4' }, { codec: 'xz' }],
    });
  });

  test('are found in the workspace when none is named, and one kernel is told to be one', async () => {
    const zstd = readKernel('vmlinuz-6.12.94+deb13-amd64.img');
    const gzip = readKernel('vmlinuz-6.12.94+deb13-amd64.gzip.img');
    const step = await runner.run({
      files: { 'arch/x86/boot/bzImage': zstd, vmlinuz: gzip, 'tools/objtool': buildElf() },
      with: { xen: '4.20' },
    });
    expect(step.outputs).toMatchObject({ verdict: 'passed', passed: 'true' });
    expect(reportOf(step).kernels.map(({ path }) => path)).toEqual([
      'arch/x86/boot/bzImage',
      'vmlinuz',
    ]);
    expect(step.log).toContain('Found 2 kernels.');
    expect(step.log).toContain('Not judged: 1 ELF file without Xen notes: tools/objtool');
    expect(step.log.join('\n')).toMatch(/the same kernel as vmlinuz \(build id [0-9a-f]{12}\)/);
    expect(step.summary).toContain('the same kernel as arch/x86/boot/bzImage');
  });

  test('leave nothing in the workspace', async () => {
    const step = await runner.run({ files: { vmlinuz: XZ }, with: { kernels: 'vmlinuz' } });
    expect(readdirSync(step.workspace)).toEqual(['vmlinuz']);
    expect(step.outputs['report-json']).not.toContain(step.workspace);
    const page = readFileSync(step.outputs['report-html'] ?? '', 'utf8');
    expect(page).toContain('✓ passes');
    expect(page).toContain(`title="pv-domu on Xen`);
  });
});

test('a workspace without a kernel fails the step', async () => {
  const step = await runner.run({ files: { 'tools/objtool': buildElf() } });
  expect(step.exitCode).toBe(1);
  expect(annotationsOf(step).map(({ data }) => data)).toEqual([
    'No kernel found: nothing in the workspace is a bzImage or an ELF file with Xen notes. Build one before this step, or name it by "kernels".',
  ]);
});

describe('a kernel that does not boot', () => {
  const kernel = { files: { 'build/vmlinuz': ZSTD } };
  const oldXen = { kernels: 'build', xen: '4.14', boot: 'pv-domu' };

  test('fails the step, and the reason stands at its file', async () => {
    const step = await runner.run({ ...kernel, with: oldXen });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ verdict: 'failed', passed: 'false', 'failed-count': '1' });
    const [cause, last, ...others] = annotationsOf(step);
    expect(cause).toMatchObject({ name: 'error', properties: { file: 'build/vmlinuz' } });
    expect(cause?.data).toContain('zstd');
    expect(cause?.data).toContain('pv-domu on Xen 4.14');
    expect(last?.data).toContain('1 of 1 boot fails');
    expect(others).toEqual([]);
    expect(step.summary).toContain('❌ fails');
    expect(step.summary).toContain('**Fix:**');
    expect(reportOf(step)).toMatchObject({ gate: { passed: false, failed: 1 } });
  });

  test('is not passed because an input was misspelled without a word', async () => {
    const step = await runner.run({
      files: { vmlinuz: XZ },
      with: { kernels: 'vmlinuz', xen: '4.20' },
      env: { INPUT_FAIL_ON: 'warns', 'INPUT_X\x1b##[error]': 'planted' },
    });
    const [warning] = annotationsOf(step);
    expect(warning?.name).toBe('warning');
    expect(warning?.data).toMatch(
      /^There is no input "fail_on"; the nearest is "fail-on"\. There is no input "x\\u\{1b\}/,
    );
  });

  test('is told in the log alone where the user wants no more', async () => {
    const quiet = { annotations: 'false', summary: 'false' };
    const step = await runner.run({ ...kernel, with: { ...oldXen, ...quiet } });
    expect(step.exitCode).toBe(1);
    expect(annotationsOf(step).map(({ data }) => data)).toEqual([
      '✗ fails: 1 of 1 boot fails. The log says why.',
    ]);
    expect(step.summary).toBe('');
    expect(step.log.join('\n')).toContain('✗ codec-unsupported');
    expect(step.outputs['comment-body']).toContain('1 of 1 boot fails');
  });

  test('is only reported where the step never fails', async () => {
    const step = await runner.run({ ...kernel, with: { ...oldXen, 'fail-on': 'never' } });
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({ verdict: 'passed', passed: 'true', 'failed-count': '1' });
  });

  test('is told from a file that is missing', async () => {
    const step = await runner.run({
      files: { vmlinuz: XZ },
      with: { kernels: 'vmlinuz\ngone/vmlinuz', xen: '4.20' },
    });
    expect(step.exitCode).toBe(1);
    expect(annotationsOf(step)[0]?.data).toContain('gone/vmlinuz');
  });

  test('and a file that is no kernel fails when it is named', async () => {
    const step = await runner.run({
      files: { notes: 'hello' },
      with: { kernels: 'notes', xen: '4.20' },
    });
    expect(step.exitCode).toBe(1);
    expect(annotationsOf(step)[0]?.properties.title).toBe('not-a-kernel');
  });
});

describe('the line that a finding comes from', () => {
  const files = {
    'build/vmlinuz': ZSTD,
    'configs/xen.config': 'CONFIG_XEN=y\nCONFIG_KERNEL_ZSTD=y\n',
    '.github/workflows/ci.yml': 'steps:\n  - with:\n      kernels: build/*\n',
  };
  const oldXen = { kernels: 'build/*', xen: '4.14', boot: 'pv-domu' };
  const env = { GITHUB_WORKFLOW_REF: 'me/linux/.github/workflows/ci.yml@refs/heads/main' };

  test('is annotated', async () => {
    const step = await runner.run({ files, env, with: oldXen });
    expect(annotationsOf(step)[0]).toMatchObject({
      name: 'error',
      properties: {
        title: 'codec-unsupported',
        file: 'configs/xen.config',
        line: '2',
        endLine: '2',
        col: '1',
        endColumn: '20',
      },
    });
  });

  test('is in the workflow where no source has it', async () => {
    const { 'configs/xen.config': _, ...others } = files;
    const step = await runner.run({ files: others, env, with: oldXen });
    expect(annotationsOf(step)[0]?.properties).toMatchObject({
      file: '.github/workflows/ci.yml',
      line: '3',
    });
  });

  test('is in the SARIF log, outside of the workspace', async () => {
    const step = await runner.run({ files, env, with: { ...oldXen, 'sarif-file': 'gate.sarif' } });
    expect(step.outputs.sarif).toMatch(/\/temp\/gate\.sarif$/);
    const log = JSON.parse(readFileSync(step.outputs.sarif ?? '', 'utf8'));
    isSarif(log);
    expect(isSarif.errors).toBeNull();
    expect(log.runs[0].results[0]).toMatchObject({
      ruleId: 'codec-unsupported',
      analysisTarget: { uri: 'build/vmlinuz' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'configs/xen.config' },
            region: { startLine: 2 },
          },
        },
      ],
    });
    expect(readdirSync(step.workspace).sort()).toEqual(['.github', 'build', 'configs']);
  });

  test('is lost where the log cannot be written: the step fails', async () => {
    const wrong = { ...oldXen, 'sarif-file': '../workspace/gate.sarif' };
    const step = await runner.run({ files, with: wrong });
    expect(step.exitCode).toBe(1);
    expect(annotationsOf(step).map(({ data }) => data)).toEqual([
      expect.stringContaining('The input "sarif-file" cannot be'),
    ]);
    expect(step.outputs).toMatchObject({ verdict: 'failed', passed: 'false', sarif: '' });
    expect(existsSync(`${step.workspace}/gate.sarif`)).toBe(false);
  });
});

describe('no kernel', () => {
  const nothing = { kernels: 'build/vmlinuz-*, missing.img' };

  test('fails the step by default', async () => {
    const step = await runner.run({ with: nothing });
    expect(step.exitCode).toBe(1);
    expect(annotationsOf(step)).toHaveLength(1);
    expect(annotationsOf(step)[0]?.data).toContain('nothing matches build/vmlinuz-*, missing.img');
    expect(step.outputs).toMatchObject({ verdict: 'failed', passed: 'false' });
  });

  test.each([
    ['warn', 'warning'],
    ['ignore', 'notice'],
  ])('is skipped with if-no-kernels: %s', async (answer, level) => {
    const step = await runner.run({ with: { ...nothing, 'if-no-kernels': answer } });
    expect(step.exitCode).toBe(0);
    expect(annotationsOf(step)).toHaveLength(1);
    expect(annotationsOf(step)[0]?.name).toBe(level);
    expect(step.outputs).toEqual({
      verdict: 'skipped',
      passed: 'true',
      'failed-count': '0',
      matrix: '[]',
      'report-json': '',
      'report-html': '',
      sarif: '',
      'comment-body': '',
    });
  });
});

describe('a pattern without a kernel beside one with', () => {
  const beside = {
    files: { kernel: LZ4 },
    with: { kernels: 'kernel, build/vmlinuz-*, gone', xen: '4.20', boot: 'pvh-domu' },
  };

  test('fails the step by default', async () => {
    const step = await runner.run(beside);
    expect(step.exitCode).toBe(1);
    expect(annotationsOf(step).map(({ data }) => data)).toEqual([
      'gone: no such file or directory',
      'build/vmlinuz-*: there is no kernel',
      expect.stringContaining('2 inputs not judged'),
    ]);
    // Neither is a file that anything could stand at.
    for (const { properties } of annotationsOf(step)) expect(properties.file).toBeUndefined();
    expect(step.outputs).toMatchObject({ verdict: 'failed', 'failed-count': '0' });
  });

  test.each([
    ['warn', 'warning'],
    ['ignore', 'notice'],
  ])('is told with if-no-kernels: %s', async (answer, level) => {
    const step = await runner.run({
      ...beside,
      with: { ...beside.with, 'if-no-kernels': answer },
    });
    expect(step.exitCode).toBe(0);
    expect(annotationsOf(step)).toMatchObject([
      { name: level, data: 'Nothing matches gone, build/vmlinuz-*.' },
    ]);
    expect(step.outputs).toMatchObject({ verdict: 'passed' });
  });
});

describe('a policy', () => {
  const waiver = (expires: string) => `targets:
  required:
    - xen: 4.14
      boot: pv-domu
waivers:
  - rule: codec-unsupported
    reason: The hosts are gone by then.
    owner: me
    expires: ${expires}
`;
  const files = (policy: string) => ({
    'build/vmlinuz': ZSTD,
    '.github/xen-boot-gate.yml': policy,
  });

  test('is taken from its place, and a waiver of it lets a finding pass', async () => {
    const step = await runner.run({
      files: files(waiver('2999-12-31')),
      with: { kernels: 'build' },
    });
    expect(step.outputs).toMatchObject({ verdict: 'passed', 'failed-count': '0' });
    expect(reportOf(step).gate).toMatchObject({ passed: true, waived: 1 });
    expect(annotationsOf(step)).toMatchObject([{ name: 'notice' }]);
    expect(step.summary).toContain('waived');
  });

  test('has the line of what it names and is in no source', async () => {
    const step = await runner.run({
      files: files('kernels:\n  all: build/vmlinu*\ntargets: { required: { xen: 4.14 } }\n'),
    });
    expect(annotationsOf(step)[0]?.properties).toMatchObject({
      title: 'codec-unsupported',
      file: '.github/xen-boot-gate.yml',
      line: '2',
    });
  });

  test('whose waiver has expired does not, and says so at its line', async () => {
    const step = await runner.run({
      files: files(waiver('2020-01-31')),
      with: { kernels: 'build' },
    });
    expect(step.outputs).toMatchObject({ verdict: 'failed', 'failed-count': '1' });
    const [told] = annotationsOf(step).filter(({ properties }) => properties.title === 'policy');
    expect(told?.data).toContain('expired');
    expect(told?.properties).toMatchObject({ file: '.github/xen-boot-gate.yml', line: '6' });
  });

  test('is overridden by the inputs', async () => {
    const step = await runner.run({
      files: files(waiver('2020-01-31')),
      with: { kernels: 'build', xen: '4.20' },
    });
    expect(step.outputs).toMatchObject({ verdict: 'passed' });
  });

  test('has a kernel for its baseline, which is not judged where it is found', async () => {
    const policy = 'targets: {required: {xen: 4.14, boot: pv-domu}}\nbaseline: base/./vmlinuz\n';
    const step = await runner.run({ files: { ...files(policy), 'base/vmlinuz': ZSTD } });
    expect(reportOf(step).kernels.map(({ path }) => path)).toEqual(['build/vmlinuz']);
    expect(reportOf(step)).toMatchObject({ gate: { passed: true, warned: 1 } });
    expect(step.log).toContain('Not judged: 1 path of the baseline: base/vmlinuz');
  });

  test('with mistakes is answered with all of them, where they are', async () => {
    const policy = 'target:\n  required: []\nfail-on: sometimes\n';
    const step = await runner.run({ files: files(policy), with: { kernels: 'build' } });
    expect(step.exitCode).toBe(1);
    const told = annotationsOf(step).map(({ data, properties }) => [properties.line, data]);
    expect(told).toEqual([
      ['1', expect.stringContaining('did you mean targets')],
      ['3', expect.stringContaining('fails')],
      [undefined, 'The policy cannot be used.'],
    ]);
  });

  test('with more mistakes than the runner shows has the others in the log', async () => {
    const keys = Array.from({ length: 60 }, (_, n) => `k${n}: x`).join('\n');
    const step = await runner.run({ files: files(keys), with: { kernels: 'build' } });
    expect(annotationsOf(step)).toHaveLength(10);
    expect(annotationsOf(step).at(-1)?.data).toBe(
      'The policy cannot be used. It has 51 more mistakes: see the log.',
    );
    const log = step.log.join('\n');
    expect(log).toContain(".github/xen-boot-gate.yml:50:1: unknown key 'k49'");
    expect(log).toContain('and 10 more mistakes');
  });

  test('that is named and not there is one sentence', async () => {
    const step = await runner.run({ files: { k: XZ }, with: { kernels: 'k', policy: 'gone.yml' } });
    expect(annotationsOf(step).map(({ data }) => data)).toEqual([
      "the policy 'gone.yml' cannot be used: no such file",
    ]);
  });
});

describe('a policy that leads somewhere else', () => {
  const POLICY = '.github/xen-boot-gate.yml';
  const secrets = () => tempFiles({ 'credentials.yml': 'aws_secret_access_key: hunter2' });

  /** The one sentence that a step says. */
  async function answer(step: Step): Promise<string | undefined> {
    const result = await runner.run({ files: { k: XZ }, with: { kernels: 'k' }, ...step });
    expect(result.outputs).toMatchObject({ verdict: 'failed', 'report-json': '' });
    expect(JSON.stringify([result.log, result.commands])).not.toContain('hunter2');
    expect(JSON.stringify([result.log, result.commands])).not.toContain('aws_secret');
    expect(annotationsOf(result)).toHaveLength(1);
    return annotationsOf(result)[0]?.data;
  }

  test.each([POLICY, '.github/xen-boot-gate.yaml'])('nowhere is no policy: %s', async (path) => {
    expect(await answer({ links: { [path]: 'nowhere' } })).toBe(
      `the policy '${path}' cannot be used: no such file`,
    );
  });

  test('is not read where it is a link out of the workspace', async () => {
    const outside = secrets();
    const sentence = (path: string) =>
      `the policy '${path}' cannot be used: a link leads out of the workspace`;
    expect(await answer({ links: { [POLICY]: `${outside}/credentials.yml` } })).toBe(
      sentence(POLICY),
    );
    expect(await answer({ links: { [POLICY]: '/proc/self/fd/0' } })).toBe(sentence(POLICY));
    expect(
      await answer({
        links: { ci: outside },
        with: { kernels: 'k', policy: 'ci/credentials.yml' },
      }),
    ).toBe(sentence('ci/credentials.yml'));
  });

  test('is read where the workflow names it, or the workspace has it elsewhere', async () => {
    const outside = tempFiles({ 'p.yml': 'targets: {required: {xen: 4.20}}' });
    const named = await runner.run({
      files: { k: XZ },
      with: { kernels: 'k', policy: `${outside}/p.yml` },
    });
    const linked = await runner.run({
      files: { k: XZ, 'ci/p.yml': 'targets: {required: {xen: 4.20}}' },
      links: { [POLICY]: '../ci/p.yml' },
      with: { kernels: 'k' },
    });
    for (const step of [named, linked]) {
      expect(step.outputs.verdict).toBe('passed');
      expect(reportOf(step).kernels[0]?.verdicts[0]?.releases).toEqual(['4.20.4']);
    }
  });

  test('has a brother of another ending, and nobody knows which counts', async () => {
    const two = { [POLICY]: '', '.github/xen-boot-gate.yaml': '' };
    expect(await answer({ files: { k: XZ, ...two } })).toMatch(
      /^there are xen-boot-gate.yml and xen-boot-gate.yaml in .github: keep one of them/,
    );
    const both = { kernels: 'k', policy: POLICY };
    expect((await runner.run({ files: { k: XZ, ...two }, with: both })).exitCode).toBe(0);
  });

  test('is one whose paths do', async () => {
    const outside = secrets();
    const paths = ['../x', '/etc/*', 'out/*', 'a/out/../k', '*/../../x', 'way', 'k', 'build/*'];
    const lines = paths.map((path) => `    - '${path}'\n`);
    const step = await runner.run({
      files: { k: XZ, [POLICY]: `kernels:\n  a:\n${lines.join('')}baseline: way\n` },
      links: {
        out: outside,
        'a/out': '../..',
        way: `${outside}/credentials.yml`,
        'build/in': '../k',
      },
    });
    const told = annotationsOf(step).map(({ data, properties }) => {
      return [properties.line, properties.col, data.replace(/ leads out of the workspace, .*/, '')];
    });
    expect(told).toEqual([
      ['3', '7', "'../x'"],
      ['4', '7', "'/etc/*'"],
      ['5', '7', "'out/*'"],
      ['6', '7', "'a/out/../k'"],
      ['7', '7', "'*/../../x'"],
      ['8', '7', "'way'"],
      ['11', '11', "'way'"],
      [undefined, undefined, 'The policy cannot be used.'],
    ]);
    expect(step.outputs.verdict).toBe('failed');
  });
});

describe('what is in the way of a result', () => {
  const passing = {
    files: { k: XZ },
    with: { kernels: 'k', xen: '4.20', boot: 'pvh-domu' },
  };

  test('a summary that cannot be written changes nothing', async () => {
    const step = await runner.run({ ...passing, env: { GITHUB_STEP_SUMMARY: '/' } });
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({ verdict: 'passed' });
    expect(annotationsOf(step)).toMatchObject([
      { name: 'warning', data: 'The job summary was not written: is a directory.' },
    ]);
  });

  test('a file that cannot be written is told before anything is judged', async () => {
    const inputs = { ...passing.with, 'json-file': 'report', 'html-file': 'report' };
    const step = await runner.run({ ...passing, with: inputs });
    expect(annotationsOf(step).map(({ data }) => data)).toEqual([
      'The input "html-file" cannot be "report": there is a file already.',
    ]);
    expect(step.log.join('\n')).not.toContain('Judging');
    expect(step.outputs).toMatchObject({ verdict: 'failed', passed: 'false', 'report-json': '' });
  });
});

describe('a mistake in the workflow', () => {
  test.each([
    [{ kernels: 'k', 'fail-on': 'fail' }, 'the nearest is "fails"'],
    [{ kernels: 'k', 'if-no-kernels': 'warning' }, 'the nearest is "warn"'],
    [{ kernels: 'k', boot: 'pv-dom' }, 'the nearest is "pv-dom0"'],
    [
      { kernels: 'k', xen: '4.177' },
      'The input "xen" cannot be used: unknown release \'4.177\': did you mean 4.17?',
    ],
    [{ kernels: 'k', 'fail-on': '::error::x ##[error]y' }, 'The input "fail-on" cannot be'],
  ])('%j is answered with one sentence', async (inputs, sentence) => {
    const step = await runner.run({ files: { k: XZ }, with: inputs });
    expect(step.exitCode).toBe(1);
    expect(annotationsOf(step)).toHaveLength(1);
    expect(annotationsOf(step)[0]?.data).toContain(sentence);
    expect(annotationsOf(step)[0]?.data).not.toContain('?.');
    expect(step.outputs).toMatchObject({ verdict: 'failed', passed: 'false' });
    expect(step.log.join('\n').trim()).toBe('');
  });

  test('a fault of our own is one sentence, and its stack is for the debug log', async () => {
    const broken = { files: { k: XZ }, with: { kernels: 'k', xen: '4.20' } };
    const env = { RUNNER_TEMP: '/nowhere' };
    const quiet = await runner.run({ ...broken, env });
    expect(quiet.exitCode).toBe(1);
    expect(annotationsOf(quiet).map(({ data }) => data)).toEqual([
      expect.stringContaining('xen-boot-gate broke down: '),
    ]);
    expect(JSON.stringify([quiet.log, quiet.commands])).not.toContain('    at ');
    const loud = await runner.run({ ...broken, env: { ...env, RUNNER_DEBUG: '1' } });
    expect(loud.commands.find(({ name }) => name === 'debug')?.data).toContain('    at ');
  });
});

describe('a stranger', () => {
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

  // Nothing in these can be part of a file's name: a slash or a lone surrogate.
  const names = HOSTILE_TEXTS.filter((text) => !/[/\ud800-\udfff]/.test(text));

  test.each(names)('who names a kernel %j gets nowhere', async (name) => {
    const step = await runner.run({
      files: { [`build/${name}`]: ZSTD },
      with: { kernels: 'build', xen: '4.14', boot: 'pv-domu' },
    });
    expect(step.exitCode).toBe(1);
    expect(step.outputs['failed-count']).toBe('1');
    expectNothingPlanted(step);
  });

  test.each(HOSTILE_TEXTS)('whose notes say %j gets nowhere', async (text) => {
    const elf = buildElf({
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
    const step = await runner.run({
      files: { vmlinux: elf },
      with: { kernels: 'vmlinux', xen: '4.1, 4.20', boot: 'pv-domu' },
    });
    expect(step.exitCode).toBe(1);
    expectNothingPlanted(step);
  });

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
    const step = await runner.run({ with: { kernels: '/dev/zero', xen: '4.20' } });
    expect(step.exitCode).toBe(1);
    expect(annotationsOf(step)[0]?.data).toContain('/dev/zero');
  });
});
