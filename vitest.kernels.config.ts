import { defineConfig } from 'vitest/config';

/**
 * Debian's kernels and packages as they are today, which `scripts/debian-kernels.sh` and
 * `scripts/debian-packages.sh` fetch over the network.
 */
export default defineConfig({
  test: {
    include: ['test/*.e2e.test.ts'],
    testTimeout: 120_000,
  },
});
