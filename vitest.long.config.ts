import { defineConfig } from 'vitest/config';

/**
 * Tests of which `npm test` has a smaller case: the longest floods, the comparison of two Nodes,
 * shards as processes. `.ci/run` runs them.
 */
export default defineConfig({
  test: { include: ['test/**/*.long.ts'], testTimeout: 120_000, isolate: false },
});
