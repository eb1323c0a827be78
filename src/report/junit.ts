import { UNCHECKED, wasChecked } from '../contract/checked.ts';
import { excuseOf, outcomeOf } from '../contract/outcome.ts';
import type { Finding, KernelReport, Problem, Report, VerdictReport } from '../contract/report.ts';
import { saidBy } from '../contract/said-by.ts';
import { hasOwnName, type XenBuild } from '../programs/xen/xen-build.ts';
import { forXml } from './escape.ts';
import { kernelFacts } from './facts.ts';
import { failsByWarnings } from './headline.ts';
import { type Row, rowsOf } from './rows.ts';
import { element, type Xml } from './xml.ts';

/** A test case, and what became of it. */
interface Case {
  readonly kind: Kind;
  readonly xml: Xml;
}

type Kind = 'passed' | 'failures' | 'errors' | 'skipped';

/**
 * A report as JUnit XML, in parts, as Jenkins, GitLab and others read it: a suite for each kernel, and a
 * test case for each boot path and Xen. What the policy accepts is skipped, and says why. A gate that
 * fails has at least one failure or error.
 *
 * @see https://github.com/jenkinsci/xunit-plugin for the schema `junit-10.xsd`
 */
export function* junitParts(report: Report): Generator<string> {
  const strict = failsByWarnings(report);
  const suites = [
    ...report.kernels.map((kernel) => () => kernelSuite(kernel, report.kernels, strict)),
    ...otherSuites(report).map((suite) => () => suite),
  ];
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<testsuites name="xen-boot-gate">\n';
  for (const suite of suites) yield suite();
  yield '</testsuites>\n';
}

function kernelSuite(kernel: KernelReport, all: readonly KernelReport[], strict: boolean): string {
  const facts = { kernel: kernelFacts(kernel, all).join(' · '), sha256: kernel.sha256 };
  const properties = Object.entries(facts).map(([name, value]) =>
    element('property', { name, value }),
  );
  const boots = rowsOf(kernel).flatMap((row) => bootCases(kernel, row, strict));
  const unchecked = wasChecked(kernel)
    ? []
    : [notChecked({ path: kernel.path, message: UNCHECKED })];
  return suiteOf(kernel.path, [...unchecked, ...boots], [element('properties', {}, properties)]);
}

/** The inputs that were not checked, and what is to be said of the policy. */
function otherSuites({ kernels, problems, notices = [] }: Report): string[] {
  const nothing = { path: 'xen-boot-gate', message: 'there is no kernel to check' };
  const lost = kernels.length + problems.length === 0 ? [nothing] : problems;
  const lines = notices.map(({ path, line, message }) => `${path}:${line}: ${message}`);
  return [
    ...(lost.length === 0 ? [] : [suiteOf('inputs', lost.map(notChecked))]),
    ...(lines.length === 0 ? [] : [suiteOf('policy', [], [printed(lines)])]),
  ];
}

function suiteOf(name: string, cases: readonly Case[], before: readonly Xml[] = []): string {
  const count = (kind: Kind) => String(cases.filter((one) => one.kind === kind).length);
  const [failures, errors, skipped] = [count('failures'), count('errors'), count('skipped')];
  const counts = { tests: String(cases.length), failures, errors, skipped };
  return element('testsuite', { name, ...counts }, [...before, ...cases.map(({ xml }) => xml)]);
}

function notChecked({ path, message }: Problem): Case {
  const error = element('error', { type: 'not-checked', message }, forXml(message));
  return caseOf(path, 'is checked', 'errors', [error]);
}

function caseOf(classname: string, name: string, kind: Kind, results: readonly Xml[]): Case {
  return { kind, xml: element('testcase', { classname, name }, results) };
}

function bootCases({ path }: KernelReport, row: Row, strict: boolean): Case[] {
  return row.verdicts.flatMap((verdict) => {
    const { kind, results } = resultOf(verdict, row, strict);
    return verdict.builds.map((build) => caseOf(path, nameOf(row, build), kind, results));
  });
}

/** `pv-domu on Xen 4.17.7`: unique for a kernel, because a consumer knows a case by it. */
function nameOf({ label }: Row, build: XenBuild): string {
  return `${label} on ${hasOwnName(build) ? '' : 'Xen '}${build.label}`;
}

interface Result {
  readonly kind: Kind;
  readonly results: readonly Xml[];
}

/** @param strict warnings fail the gate */
function resultOf(verdict: VerdictReport, { boot }: Row, strict: boolean): Result {
  const outcome = outcomeOf(verdict);
  const { findings } = verdict;
  switch (outcome) {
    case 'boots':
      return { kind: 'passed', results: [] };
    case 'unsupported':
      return skipped(`this Xen has no ${boot}`);
    case 'ignored':
      return skipped('the policy ignores it');
    case 'waived':
    case 'known':
    case 'allowed-to-fail': {
      const excuses = findings.flatMap((finding) => excuseOf(verdict, finding)?.text ?? []);
      return skipped([...new Set(excuses)].join('; '), describe(verdict));
    }
    case 'warns':
      return strict
        ? failed(verdict, findings)
        : { kind: 'passed', results: [printed(describe(verdict))] };
    case 'fails':
      return failed(
        verdict,
        findings.filter(({ level }) => level === 'error'),
      );
  }
}

function skipped(message: string, lines: readonly string[] = [message]): Result {
  return { kind: 'skipped', results: [element('skipped', { message }, textOf(lines))] };
}

/** @param reasons what it fails for, the first first */
function failed(verdict: VerdictReport, reasons: readonly Finding[]): Result {
  const open = reasons.find((finding) => excuseOf(verdict, finding) === null);
  const type = open?.rule ?? 'fails';
  const message = open?.message ?? 'does not boot';
  return {
    kind: 'failures',
    results: [element('failure', { type, message }, textOf(describe(verdict)))],
  };
}

function printed(lines: readonly string[]): Xml {
  return element('system-out', {}, textOf(lines));
}

/** Every finding: what is wrong, what is printed, and what to change. */
function describe(verdict: VerdictReport): string[] {
  return verdict.findings.flatMap((finding) => {
    const { rule, message, xenSays, fix } = finding;
    const says = xenSays === null ? [] : [`${saidBy(verdict, finding)} says: ${xenSays}`];
    const excuse = excuseOf(verdict, finding);
    const policy = excuse === null ? [] : [`Policy: ${excuse.text}`];
    return [`${rule}: ${message}`, ...policy, ...says, `Fix: ${fix}`];
  });
}

function textOf(lines: readonly string[]): string {
  return lines.map(forXml).join('\n');
}
