import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BASE_SHA, EVENTS } from '../support/events.ts';
import { startGitHubApi, TOKEN } from '../support/github-api/server.ts';
import { createRunner, type Step } from '../support/runner.ts';
import { annotationsOf, reportOf, ZSTD } from '../support/step-results.ts';
import { tempFiles } from '../support/temp-files.ts';
import { multibootXen, xenLibrary } from '../support/xen-builder.ts';

const api = await startGitHubApi();
const runner = createRunner();
beforeEach(() => api.reset());
afterEach(() => expect(api.violations).toEqual([]));
afterAll(() => {
  runner.dispose();
  return api.close();
});

const XEN = gzipSync(multibootXen());
const LIBRARY = xenLibrary();
/** Another Xen, which takes no zstd. */
const NO_ZSTD = xenLibrary({ needs: ['liblzma.so.5'], texts: ['Linux bzImage'] });
const PATH = '.github/xen-boot-gate.yml';

const step = ({ files, ...rest }: Step) =>
  runner.runHere({ files: { 'build/vmlinuz': ZSTD, ...files }, ...rest });

describe('the input xen-binary', () => {
  test('reads files of the workspace, through links too', async () => {
    const outside = tempFiles({ 'libxenguest.so.4.17': LIBRARY });
    const result = await step({
      files: { 'xen/xen.gz': XEN },
      links: { 'xen/library': `${outside}/libxenguest.so.4.17` },
      with: { kernels: 'build', boot: 'pv-domu', 'xen-binary': './xen/xen.gz\nxen/library' },
    });
    expect(result.outputs.verdict).toBe('passed');
    const { binaries, kernels } = reportOf(result);
    expect(binaries?.map(({ id }) => id)).toEqual(['xen/xen.gz + xen/library']);
    expect(kernels[0]?.verdicts[0]?.binaries).toEqual(['xen/xen.gz + xen/library']);
    expect(result.summary).toContain('xen.gz + library · 4.17.7');
  });

  test.each([
    ['/etc/passwd', "'xen.gz' is an unknown file, and not a Xen hypervisor"],
    ['/proc/self/fd/0', "'xen.gz' cannot be read: "],
    ['/dev/zero', "'xen.gz' cannot be read: "],
    ['nowhere', "'xen.gz' cannot be read: "],
  ])('quotes nothing of a link to %s', async (target, message) => {
    const result = await step({
      links: { 'xen.gz': target },
      with: { kernels: 'build', 'xen-binary': 'xen.gz' },
    });
    expect(result.outputs.verdict).toBe('failed');
    const [annotation, ...others] = annotationsOf(result).map(({ data }) => data);
    expect(annotation).toContain(message);
    expect(others).toEqual([]);
    expect(result.log).not.toContain('root:');
  });
});

describe('the policy of a pull request', () => {
  test('cannot name a file outside, by a link either', async () => {
    const outside = tempFiles({ 'xen.gz': XEN });
    for (const name of [`${outside}/xen.gz`, 'link/xen.gz', 'xen.gz']) {
      const result = await step({
        files: { [PATH]: `targets: {required: {xen-binary: ${name}}}\n` },
        links: { link: outside, 'xen.gz': `${outside}/xen.gz` },
        with: { kernels: 'build' },
      });
      expect(result.outputs.verdict).toBe('failed');
      expect(annotationsOf(result)[0]?.data).toContain(
        `'${name}' leads out of the workspace; only a workflow may name such a path`,
      );
    }
  });
});

describe('policy-from: base', () => {
  const fork = (files: Step['files']) =>
    step({
      files: { [PATH]: 'fail-on: never\n', ...files },
      with: { kernels: 'build', 'policy-from': 'base' },
      env: { GITHUB_API_URL: api.url },
      event: EVENTS['a pull request from a fork'],
      token: TOKEN,
    });
  const policy = 'targets: {required: {xen-binary: [x/xen.gz, x/lib.so], boot: pv-domu}}\n';
  const base = (path: string, content: string | Uint8Array) =>
    api.addContent({ commit: BASE_SHA, path, content });

  test('reads the files of Xen of the base, whatever a fork puts in their place', async () => {
    base(PATH, policy);
    base('x/xen.gz', XEN);
    base('x/lib.so', NO_ZSTD);
    const forged = await fork({ 'x/xen.gz': XEN, 'x/lib.so': LIBRARY });
    expect(forged.outputs.verdict).toBe('failed');
    expect(reportOf(forged).kernels[0]?.verdicts).toMatchObject([
      {
        boot: 'pv-domu',
        status: 'fails',
        binaries: ['x/xen.gz + x/lib.so'],
        findings: [{ rule: 'codec-unsupported', because: [{ difference: 'no-domu-zstd' }] }],
      },
    ]);
    expect((await fork({})).outputs.verdict).toBe('failed');

    api.reset();
    base(PATH, policy);
    base('x/xen.gz', XEN);
    base('x/lib.so', LIBRARY);
    expect((await fork({ 'x/lib.so': NO_ZSTD })).outputs.verdict).toBe('passed');
  });

  test('names a file of Xen that the base lacks', async () => {
    base(PATH, policy);
    base('x/xen.gz', XEN);
    const lacking = await fork({ 'x/xen.gz': XEN, 'x/lib.so': LIBRARY });
    expect(lacking.outputs.verdict).toBe('failed');
    expect(annotationsOf(lacking)[0]?.data).toContain(
      `the file of Xen 'x/lib.so' is not in the base commit ${BASE_SHA}`,
    );
  });
});
