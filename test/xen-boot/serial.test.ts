import { describe, expect, it } from 'vitest';
import { outcomeOf, releaseOf } from './serial.ts';

const BANNER = '(XEN) Xen version 4.17.7 (Debian 4.17.7+13-g2445b30a44-0+deb12u1) (x@y)\r\n';
const BUILDING = '(XEN) *** Building a PV Dom0 ***\r\n';
const PANIC = '(XEN) Panic on CPU 0:\r\n(XEN) Could not construct domain 0\r\n';

describe('what Xen prints about dom0', () => {
  it('is no outcome until dom0 is built or the panic is over', () => {
    expect(outcomeOf('')).toBeNull();
    expect(outcomeOf(BANNER + BUILDING)).toBeNull();
    expect(outcomeOf(BANNER + BUILDING + PANIC)).toBeNull();
  });

  it('is an outcome then', () => {
    const freed = '(XEN) Freed 636kB init memory\r\n';
    expect(outcomeOf(BANNER + BUILDING + freed)).toBe('accepted');
    expect(outcomeOf(`${BUILDING}${PANIC}(XEN) Reboot in five seconds...\r\n`)).toBe('refused');
    const noReboot = "(XEN) Manual reset required ('noreboot' specified)\r\n";
    expect(outcomeOf(BUILDING + PANIC + noReboot)).toBe('refused');
  });

  it('is no outcome when it is the guest that says so', () => {
    expect(outcomeOf(`${BUILDING}Freed 636kB init memory\r\n`)).toBeNull();
  });

  it('names the release', () => {
    expect(releaseOf(BANNER + BUILDING)).toBe('4.17.7');
    expect(releaseOf('(XEN) Xen version 4.22-unstable (x@y)\r\n')).toBe('4.22');
    expect(releaseOf(BUILDING)).toBeNull();
  });
});
