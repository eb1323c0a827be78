// The gate in a script of your own: node library.mjs build/vmlinuz-*
// Install it first: npm install --save-dev xen-boot-gate
import { check } from 'xen-boot-gate';

const report = await check(process.argv.slice(2), { xen: ['debian-12', '>=4.17'] });

for (const { path, verdicts } of report.kernels) {
  for (const { boot, releases, products, findings } of verdicts) {
    for (const { message, fix } of findings.filter(({ level }) => level === 'error')) {
      console.log(
        `${path}: ${boot} on ${[...releases, ...products].join(', ')}: ${message} ${fix}`,
      );
    }
  }
}
for (const { path, message } of report.problems) console.log(`${path}: ${message}`);

if (!report.gate.passed) process.exitCode = 1;
