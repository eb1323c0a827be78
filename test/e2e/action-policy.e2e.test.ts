import { afterAll, describe, expect, test } from 'vitest';
import { createRunner, type Step } from '../support/runner.ts';
import { annotationsOf, reportOf, XZ, ZSTD } from '../support/step-results.ts';
import { tempFiles } from '../support/temp-files.ts';

const runner = createRunner();
afterAll(() => runner.dispose());

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
    const step = await runner.runHere({
      files: files('kernels:\n  all: build/vmlinu*\ntargets: { required: { xen: 4.14 } }\n'),
    });
    expect(annotationsOf(step)[0]?.properties).toMatchObject({
      title: 'codec-unsupported',
      file: '.github/xen-boot-gate.yml',
      line: '2',
    });
  });

  test('of another spelling is not read, and a notice says so', async () => {
    const step = await runner.runHere({
      files: { k: XZ, '.github/Xen-Boot-Gate.yml': 'x', 'xen_boot_gate.yaml': 'x' },
      with: { kernels: 'k', xen: '4.20', boot: 'pv-domu' },
    });
    expect(step.outputs.verdict).toBe('passed');
    const reported = annotationsOf(step).map(({ name, data, properties }) => [
      name,
      properties.file,
      data,
    ]);
    const usual = '.github/xen-boot-gate.yml or .github/xen-boot-gate.yaml';
    expect(reported).toEqual(
      ['.github/Xen-Boot-Gate.yml', 'xen_boot_gate.yaml'].map((file) => [
        'notice',
        file,
        `${file} is not read: the policy is ${usual}. Rename it, or set \`policy: ${file}\`.`,
      ]),
    );
  });

  test('is not taken where the workflow says none', async () => {
    const step = await runner.runHere({
      files: files('fail-on: never\n'),
      with: { kernels: 'build', xen: '4.14', boot: 'pv-domu', policy: 'none' },
    });
    expect(step.outputs.verdict).toBe('failed');
  });

  test('whose waiver has expired does not, and says so at its line', async () => {
    const step = await runner.runHere({
      files: files(waiver('2020-01-31')),
      with: { kernels: 'build' },
    });
    expect(step.outputs).toMatchObject({ verdict: 'failed', 'failed-count': '1' });
    const [reported] = annotationsOf(step).filter(
      ({ properties }) => properties.title === 'policy',
    );
    expect(reported?.data).toContain('expired');
    expect(reported?.properties).toMatchObject({ file: '.github/xen-boot-gate.yml', line: '6' });
  });

  test('is overridden by the inputs', async () => {
    const step = await runner.runHere({
      files: files(waiver('2020-01-31')),
      with: { kernels: 'build', xen: '4.20' },
    });
    expect(step.outputs).toMatchObject({ verdict: 'passed' });
  });

  test('has a kernel for its baseline, which is not checked where it is found', async () => {
    const policy = 'targets: {required: {xen: 4.14, boot: pv-domu}}\nbaseline: base/./vmlinuz\n';
    const step = await runner.runHere({ files: { ...files(policy), 'base/vmlinuz': ZSTD } });
    expect(reportOf(step).kernels.map(({ path }) => path)).toEqual(['build/vmlinuz']);
    expect(reportOf(step)).toMatchObject({ gate: { passed: true, warned: 1 } });
    expect(step.log).toContain('Not checked: 1 path of the baseline: base/vmlinuz');
  });

  test('with mistakes is answered with all of them, where they are', async () => {
    const policy = 'target:\n  required: []\nfail-on: sometimes\n';
    const step = await runner.run({ files: files(policy), with: { kernels: 'build' } });
    expect(step.exitCode).toBe(1);
    const reported = annotationsOf(step).map(({ data, properties }) => [properties.line, data]);
    expect(reported).toEqual([
      ['1', expect.stringContaining('did you mean targets')],
      ['3', expect.stringContaining('fails')],
      [undefined, 'The policy is invalid.'],
    ]);
  });

  test('with more mistakes than the runner shows has the others in the log', async () => {
    const keys = Array.from({ length: 60 }, (_, n) => `k${n}: x`).join('\n');
    const step = await runner.runHere({ files: files(keys), with: { kernels: 'build' } });
    expect(annotationsOf(step)).toHaveLength(10);
    expect(annotationsOf(step).at(-1)?.data).toBe(
      'The policy is invalid. It has 51 more errors: see the log.',
    );
    const log = step.log.join('\n');
    expect(log).toContain(".github/xen-boot-gate.yml:50:1: unknown key 'k49'");
    expect(log).toContain('and 10 more errors');
  });

  test('that is named and not there is one sentence', async () => {
    const step = await runner.runHere({
      files: { k: XZ },
      with: { kernels: 'k', policy: 'gone.yml' },
    });
    expect(annotationsOf(step).map(({ data }) => data)).toEqual([
      "the policy 'gone.yml' cannot be used: no such file or directory",
    ]);
  });
});

describe('a policy that leads somewhere else', () => {
  const POLICY = '.github/xen-boot-gate.yml';
  const secrets = () => tempFiles({ 'credentials.yml': 'aws_secret_access_key: hunter2' });

  /** The one sentence that a step says. */
  async function answer(step: Step): Promise<string | undefined> {
    const result = await runner.runHere({ files: { k: XZ }, with: { kernels: 'k' }, ...step });
    expect(result.outputs).toMatchObject({ verdict: 'failed', 'report-json': '' });
    expect(JSON.stringify([result.log, result.commands])).not.toContain('hunter2');
    expect(JSON.stringify([result.log, result.commands])).not.toContain('aws_secret');
    expect(annotationsOf(result)).toHaveLength(1);
    return annotationsOf(result)[0]?.data;
  }

  test.each([POLICY, '.github/xen-boot-gate.yaml'])('nowhere is no policy: %s', async (path) => {
    expect(await answer({ links: { [path]: 'nowhere' } })).toBe(
      `the policy '${path}' cannot be used: no such file or directory`,
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
    const outside = tempFiles({ 'p.yml': 'targets: {required: {xen: 4.20.4}}' });
    const named = await runner.runHere({
      files: { k: XZ },
      with: { kernels: 'k', policy: `${outside}/p.yml` },
    });
    const linked = await runner.runHere({
      files: { k: XZ, 'ci/p.yml': 'targets: {required: {xen: 4.20.4}}' },
      links: { [POLICY]: '../ci/p.yml' },
      with: { kernels: 'k' },
    });
    for (const step of [named, linked]) {
      expect(step.outputs.verdict).toBe('passed');
      expect(reportOf(step).kernels[0]?.verdicts[0]?.releases).toEqual(['4.20.4']);
    }
  });

  test('has a brother of another ending, and it is unclear which counts', async () => {
    const two = { [POLICY]: '', '.github/xen-boot-gate.yaml': '' };
    expect(await answer({ files: { k: XZ, ...two } })).toMatch(
      /^there are \.github\/xen-boot-gate\.yml and \.github\/xen-boot-gate\.yaml: keep one of them/,
    );
    const both = { kernels: 'k', policy: POLICY };
    expect((await runner.runHere({ files: { k: XZ, ...two }, with: both })).exitCode).toBe(0);
  });

  test('is one whose paths do', async () => {
    const outside = secrets();
    const paths = ['../x', '/etc/*', 'out/*', 'a/out/../k', '*/../../x', 'way', 'k', 'build/*'];
    const lines = paths.map((path) => `    - '${path}'\n`);
    const step = await runner.runHere({
      files: { k: XZ, [POLICY]: `kernels:\n  a:\n${lines.join('')}baseline: way\n` },
      links: {
        out: outside,
        'a/out': '../..',
        way: `${outside}/credentials.yml`,
        'build/in': '../k',
      },
    });
    const reported = annotationsOf(step).map(({ data, properties }) => {
      return [properties.line, properties.col, data.replace(/ leads out of the workspace; .*/, '')];
    });
    expect(reported).toEqual([
      ['3', '7', "'../x'"],
      ['4', '7', "'/etc/*'"],
      ['5', '7', "'out/*'"],
      ['6', '7', "'a/out/../k'"],
      ['7', '7', "'*/../../x'"],
      ['8', '7', "'way'"],
      ['11', '11', "'way'"],
      [undefined, undefined, 'The policy is invalid.'],
    ]);
    expect(step.outputs.verdict).toBe('failed');
  });
});
