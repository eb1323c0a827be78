import fc from 'fast-check';
import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { KernelReport, Report } from '../../src/contract/report.ts';
import { renderText } from '../../src/report/text/text.ts';
import { hostileReport, sampleReport } from '../support/reports.ts';

const plain = picocolors.createColors(false);
const more = (rule: string) => `xen-boot-gate explain ${rule}`;
const render = (report: Report, width = 80) => renderText(report, { width, colors: plain, more });

describe('the text report', () => {
  it('says first what was decided, then where, then why and what to do', () => {
    expect(render(sampleReport())).toBe(`\
✗ fails: 14 of 32 boots fail, 1 of 32 boots warns, 1 input not checked
  assuming 4 GiB of memory

boot/vmlinuz-6.1
  bzImage · zstd · x86_64 · 8.0 MiB · Linux 6.1.0
  pv-dom0   4.0–4.1 ✗   4.2.0 ✓
  pvh-domu  4.9.4 n/a   4.10.0 ✗   4.10.1 !   4.10.2–4.10.4 ✓
  not claimed: pvh-dom0, pv-domu

vmlinux
  ELF · x86_64 · 512 B
  pv-dom0   4.0–4.1 ✓
  not claimed: pvh-dom0, pv-domu

✗ unknown-feature
  where     boot/vmlinuz-6.1: pv-dom0 on Xen 4.0–4.1
  why       FEATURES names "a_feature", which this release does not know.
  Xen says  nothing
  fix       Keep the name out of FEATURES.
  more      xen-boot-gate explain unknown-feature

✗ not-a-kernel
  where     boot/vmlinuz-6.1: pvh-domu on Xen 4.10.0
  why       It is none.
  Xen says  ELF: not an ELF binary
  fix       Ship one.
  more      xen-boot-gate explain not-a-kernel

! old-thing
  where     boot/vmlinuz-6.1: pvh-domu on Xen 4.10.1
  why       It is old.
  Xen says  nothing
  fix       Renew it.
  more      xen-boot-gate explain old-thing
`);
  });

  it('leaves the kernel out of the places where there is only one', () => {
    const report = sampleReport();
    const text = render({ ...report, kernels: report.kernels.slice(0, 1) });
    expect(text).toContain('  where     pv-dom0 on Xen 4.0–4.1\n');
  });

  it('says so where a kernel was not checked at all', () => {
    const report = sampleReport();
    const [kernel] = report.kernels as [KernelReport, KernelReport];
    const verdicts = kernel.verdicts.filter(({ status }) => status === 'unsupported');
    const text = render({ ...report, kernels: [{ ...kernel, verdicts }], problems: [] });
    expect(text).toContain('1 kernel not checked');
    expect(text).toContain('no requested release has any of its boot paths');
  });

  it.each([40, 60, 80, 120])('keeps to %i columns', (width) => {
    const lines = render(sampleReport(), width).split('\n');
    const tooLong = lines.filter((line) => line.length > width);
    expect(tooLong.every((line) => line.includes('explain'))).toBe(true);
  });

  it('paints only when it may', () => {
    expect(render(sampleReport())).not.toContain('\x1b');
    const colors = picocolors.createColors(true);
    expect(renderText(sampleReport(), { width: 80, colors, more })).toContain('\x1b[31m');
  });

  it('shows what an untrusted user wrote and never acts on it', () => {
    fc.assert(
      fc.property(hostileReport(), fc.integer({ min: 40, max: 120 }), (report, width) => {
        const text = render(report, width);
        expect(text.replaceAll('\n', '')).toMatch(/^\P{C}*$/u);
        expect(text).not.toMatch(/^\s*::/m);
        expect(text).not.toContain('##[');
      }),
    );
  });
});
