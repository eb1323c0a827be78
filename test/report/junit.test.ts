import { readFileSync } from 'node:fs';
import { parse, type TestCase, type TestSuite, type TestSuites } from 'junit2json';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Report, VerdictReport } from '../../src/contract/report.ts';
import { finding, kernel, report, verdict } from '../support/fixture-report.ts';
import { HOSTILE_TEXTS } from '../support/hostile-text.ts';
import { renderJunit } from '../support/rendered.ts';
import { sampleReport } from '../support/reports.ts';

const SCHEMA = readFileSync(new URL('../support/junit.xsd', import.meta.url), 'utf8');

/** Read as a consumer does, once the schema takes it. */
async function read(of: Report): Promise<readonly TestSuite[]> {
  const xml = renderJunit(of);
  const { errors } = await validateXML({ xml, schema: SCHEMA });
  expect(errors).toEqual([]);
  const parsed = (await parse(xml)) as TestSuites;
  return parsed.testsuite ?? [];
}

async function readCases(...verdicts: VerdictReport[]): Promise<readonly TestCase[]> {
  const [suite] = await read(report([kernel({ verdicts })]));
  return suite?.testcase ?? [];
}

test('has a suite for each kernel, and counts what became of its boots', async () => {
  const suites = await read(sampleReport());
  expect(
    suites.map(({ name, tests, failures, errors, skipped }) => [
      name,
      tests,
      failures,
      errors,
      skipped,
    ]),
  ).toMatchInlineSnapshot(`
    [
      [
        "boot/vmlinuz-6.1",
        20,
        14,
        0,
        1,
      ],
      [
        "vmlinux",
        13,
        0,
        0,
        0,
      ],
      [
        "inputs",
        1,
        0,
        1,
        0,
      ],
    ]
  `);
});

test('has a test case for each boot path and Xen', async () => {
  const cases = await readCases(
    verdict({ releases: ['4.14.6', '4.15.5'] }),
    verdict({ boot: 'pvh-domu', releases: ['4.14.6'] }),
  );
  expect(cases).toEqual([
    { classname: 'build/vmlinuz', name: 'pv-domu on Xen 4.14.6' },
    { classname: 'build/vmlinuz', name: 'pv-domu on Xen 4.15.5' },
    { classname: 'build/vmlinuz', name: 'pvh-domu on Xen 4.14.6' },
  ]);
});

test('a boot that fails says why, what Xen prints and what to change', async () => {
  const [one] = await readCases(verdict({ releases: ['4.14.6'], findings: [finding()] }));
  const { message, fix, xenSays } = finding();
  expect(one?.failure).toEqual([
    {
      type: 'unknown-codec',
      message,
      inner: `unknown-codec: ${message}\nXen says: ${xenSays}\nFix: ${fix}`,
    },
  ]);
});

test('a warning is printed, and fails where the gate fails by it', async () => {
  const warns = kernel({ verdicts: [verdict({ findings: [finding({ level: 'warning' })] })] });
  const passing = report([warns]);
  const [passed] = (await read(passing))[0]?.testcase ?? [];
  expect(passed?.failure).toBeUndefined();
  expect(passed?.['system-out']?.join()).toContain('unknown-codec: ');
  const failing = { ...passing, gate: { ...passing.gate, passed: false } };
  const [failed] = (await read(failing))[0]?.testcase ?? [];
  expect(failed?.failure?.[0]?.type).toBe('unknown-codec');
});

test('what the policy accepts is skipped, with the reason', async () => {
  const waiver = { reason: 'no guest uses it', owner: 'kernel team', expires: '2027-01-31' };
  const [ignored, waived, absent] = await readCases(
    verdict({ releases: ['4.14.6'], findings: [finding({ waiver })] }),
    verdict({ boot: 'pv-dom0', releases: ['4.14.6'], role: 'ignored' }),
    verdict({ boot: 'pvh-domu', releases: ['4.9.4'], status: 'unsupported' }),
  );
  const text = 'waived until 2027-01-31, owner kernel team: no guest uses it';
  expect(waived?.skipped?.[0]?.message).toBe(text);
  expect(ignored?.skipped?.[0]?.message).toBe('the policy ignores it');
  expect(absent?.skipped?.[0]?.message).toBe('this Xen has no pvh-domu');
});

test('what was not checked is an error', async () => {
  const absent = kernel({ verdicts: [verdict({ status: 'unsupported' })] });
  const suites = await read(report([absent], [{ path: 'build/lost', message: 'is not there' }]));
  const errors = suites.flatMap(({ testcase = [] }) => testcase.flatMap(({ error = [] }) => error));
  expect(errors.map(({ message }) => message)).toEqual([
    'not checked: no requested release has any of its boot paths, or the policy ignores them',
    'is not there',
  ]);
});

test('no kernel at all is an error', async () => {
  const [suite] = await read(report([]));
  expect(suite?.testcase?.[0]?.error?.[0]?.message).toBe('there is no kernel to check');
});

test('what is to be said of the policy is printed', async () => {
  const notice = {
    path: 'policy.yml',
    line: 3,
    column: 1,
    level: 'notice',
    message: 'is odd',
  } as const;
  const suites = await read({ ...report([kernel()]), notices: [notice] });
  expect(suites.map(({ name }) => name)).toEqual(['build/vmlinuz', 'policy']);
  expect(suites[1]?.['system-out']).toEqual(['policy.yml:3: is odd']);
});

test('takes hostile text as text', async () => {
  const texts = [...HOSTILE_TEXTS, '\ufffe\uffff', ']]>', '"\'&<'];
  const planted = texts.map((text) => {
    const findings = [finding({ message: text, fix: text, xenSays: text })];
    return kernel({ path: text, verdicts: [verdict({ releases: ['4.14.6'], findings })] });
  });
  const problems = texts.map((text) => ({ path: text, message: text }));
  const suites = await read(report(planted, problems));
  expect(suites.map(({ testcase }) => testcase?.length)).toEqual([
    ...texts.map(() => 1),
    texts.length,
  ]);
});
