import { describe, expect, it } from 'vitest';
import { baselineArtifact, readBaseline } from '../../src/gate/baseline.ts';
import { NO_POLICY } from '../../src/policy/policy.ts';
import { settle } from '../../src/policy/settings.ts';
import { builds, CALENDAR } from '../support/builds.ts';
import { kernel, report } from '../support/fixture-report.ts';
import { kernelWith, PV_NOTES } from '../support/kernels.ts';
import { renderReport } from '../support/rendered.ts';
import { tempFiles } from '../support/temp-files.ts';

const PLACE = { path: 'p.yml', line: 1, column: 1 };
const JSON_REPORT = renderReport(report([kernel({ path: 'old/vmlinuz' })]));

async function pathsIn(content: Uint8Array | string, path = '/no/such/file'): Promise<string[]> {
  const artifact = baselineArtifact({ path, place: PLACE, content: Buffer.from(content) });
  const request = settle(NO_POLICY, { builds: builds('4.17') }, CALENDAR);
  return (await readBaseline(artifact, request)).map((one) => one.path);
}

describe('a baseline', () => {
  it('is the content that was read elsewhere, under the name of its file', async () => {
    expect(await pathsIn(JSON_REPORT)).toEqual(['old/vmlinuz']);
    expect(await pathsIn(kernelWith(PV_NOTES), 'base/vmlinuz')).toEqual(['base/vmlinuz']);
  });

  it('is the file where nothing else was read', async () => {
    const path = `${tempFiles({ 'report.json': JSON_REPORT })}/report.json`;
    const request = settle(NO_POLICY, { builds: builds('4.17') }, CALENDAR);
    const kernels = await readBaseline(baselineArtifact({ path, place: PLACE }), request);
    expect(kernels).toMatchObject([{ path: 'old/vmlinuz' }]);
  });

  it.each([
    ['a byte order mark', Buffer.from(`\ufeff${JSON_REPORT}`)],
    ['space before it', Buffer.from(` \n\t${JSON_REPORT}`)],
  ])('may be JSON with %s', async (_, content) => {
    expect(await pathsIn(content)).toEqual(['old/vmlinuz']);
  });

  it.each([
    ['little', Buffer.from(`\ufeff${JSON_REPORT}`, 'utf16le')],
    ['big', Buffer.from(`\ufeff${JSON_REPORT}`, 'utf16le').swap16()],
  ])('is no JSON in UTF-16, %s endian, and that is the reason', async (_, content) => {
    await expect(pathsIn(content)).rejects.toThrow('is not valid UTF-8');
  });

  it.each(['x{}', 'text', '[{}]', ''])('is no kernel and no report: %j', async (text) => {
    await expect(pathsIn(text)).rejects.toThrow('it is neither a JSON report nor a kernel');
  });

  it.each([
    ['{"schemaVersion":1}', 'a report with schemaVersion 1 that does not match its schema'],
    ['{"schemaVersion":2}', 'not a JSON report of this program'],
    ['{', 'not a JSON report of this program'],
  ])('is no report: %s', async (text, message) => {
    await expect(pathsIn(text)).rejects.toThrow(`cannot be the baseline: it is ${message}`);
  });
});
