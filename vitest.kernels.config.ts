import { defineConfig } from 'vitest/config';

/** Debian's kernels as they are today, which `scripts/debian-kernels.sh` fetches over the network. */
export default defineConfig({
  test: { include: ['test/kernels.e2e.test.ts'], testTimeout: 120_000 },
});
