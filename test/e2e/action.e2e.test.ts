import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { buildElf } from '../support/elf-builder.ts';
import { createRunner } from '../support/runner.ts';
import { isSarif } from '../support/sarif-schema.ts';
import { annotationsOf, LZ4, readKernel, reportOf, XZ, ZSTD } from '../support/step-results.ts';

const runner = createRunner();
afterAll(() => runner.dispose());

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

  test('are found in the workspace when none is named, and one kernel is reported to be one', async () => {
    const zstd = readKernel('vmlinuz-6.12.94+deb13-amd64.img');
    const gzip = readKernel('vmlinuz-6.12.94+deb13-amd64.gzip.img');
    const setup = zstd.subarray(0, ((zstd[0x1f1] ?? 0) + 1) * 512);
    const step = await runner.runHere({
      files: {
        'arch/x86/boot/bzImage': zstd,
        'arch/x86/boot/setup.bin': setup,
        vmlinuz: gzip,
        'tools/objtool': buildElf(),
      },
      with: { xen: '4.20' },
    });
    expect(step.outputs).toMatchObject({ verdict: 'passed', passed: 'true' });
    expect(reportOf(step).kernels.map(({ path }) => path)).toEqual([
      'arch/x86/boot/bzImage',
      'vmlinuz',
    ]);
    expect(step.log).toContain('Found 2 kernels.');
    expect(step.log).toContain('Not checked: 1 ELF file without Xen notes: tools/objtool');
    expect(step.log).toContain(
      'Not checked: 1 intermediate result of a build: arch/x86/boot/setup.bin',
    );
    expect(step.log.join('\n')).toMatch(/the same kernel as vmlinuz \(build id [0-9a-f]{12}\)/);
    expect(step.summary).toContain('the same kernel as arch/x86/boot/bzImage');
  });

  test('leave nothing in the workspace', async () => {
    const step = await runner.runHere({ files: { vmlinuz: XZ }, with: { kernels: 'vmlinuz' } });
    expect(readdirSync(step.workspace)).toEqual(['vmlinuz']);
    expect(step.outputs['report-json']).not.toContain(step.workspace);
    const page = readFileSync(step.outputs['report-html'] ?? '', 'utf8');
    expect(page).toContain('✓ passes');
    expect(page).toContain(`title="pv-domu on Xen`);
  });
});

test('a workspace without a kernel fails the step', async () => {
  const step = await runner.runHere({ files: { 'tools/objtool': buildElf() } });
  expect(step.exitCode).toBe(1);
  expect(annotationsOf(step).map(({ data }) => data)).toEqual([
    'No kernel found: nothing in the workspace is a bzImage or an ELF file with Xen notes. Build one before this step, or name it in the input "kernels".',
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
    expect(last?.data).toContain('1 of 1 boots fails');
    expect(others).toEqual([]);
    expect(step.summary).toContain('❌ fails');
    expect(step.summary).toContain('**Fix:**');
    expect(reportOf(step)).toMatchObject({ gate: { passed: false, failed: 1 } });
  });

  test('is not passed because an input was misspelled without a word', async () => {
    const step = await runner.runHere({
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

  test('is reported in the log alone where the user wants no more', async () => {
    const quiet = { annotations: 'false', summary: 'false' };
    const step = await runner.runHere({ ...kernel, with: { ...oldXen, ...quiet } });
    expect(step.exitCode).toBe(1);
    expect(annotationsOf(step).map(({ data }) => data)).toEqual([
      '✗ fails: 1 of 1 boots fails. The log has the reasons.',
    ]);
    expect(step.summary).toBe('');
    expect(step.log.join('\n')).toContain('✗ codec-unsupported');
    expect(step.outputs['comment-body']).toContain('1 of 1 boots fails');
  });

  test('is only reported where the step never fails', async () => {
    const step = await runner.runHere({ ...kernel, with: { ...oldXen, 'fail-on': 'never' } });
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({ verdict: 'passed', passed: 'true', 'failed-count': '1' });
  });

  test('is reported from a file that is missing', async () => {
    const step = await runner.runHere({
      files: { vmlinuz: XZ },
      with: { kernels: 'vmlinuz\ngone/vmlinuz', xen: '4.20' },
    });
    expect(step.exitCode).toBe(1);
    expect(annotationsOf(step)[0]?.data).toContain('gone/vmlinuz');
  });

  test('and a file that is no kernel fails when it is named', async () => {
    const step = await runner.runHere({
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
    const step = await runner.runHere({ files, env, with: oldXen });
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
    const step = await runner.runHere({ files: others, env, with: oldXen });
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
    const step = await runner.runHere({ files, with: wrong });
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
    const step = await runner.runHere({ with: nothing });
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
    const step = await runner.runHere(beside);
    expect(step.exitCode).toBe(1);
    expect(annotationsOf(step).map(({ data }) => data)).toEqual([
      'gone: no such file or directory',
      'build/vmlinuz-*: there is no kernel',
      expect.stringContaining('2 inputs not checked'),
    ]);
    // Neither is a file that anything could stand at.
    for (const { properties } of annotationsOf(step)) expect(properties.file).toBeUndefined();
    expect(step.outputs).toMatchObject({ verdict: 'failed', 'failed-count': '0' });
  });

  test.each([
    ['warn', 'warning'],
    ['ignore', 'notice'],
  ])('is reported with if-no-kernels: %s', async (answer, level) => {
    const step = await runner.runHere({
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
