import { defineConfig } from 'vitest/config';

/** Directories of tests, with commas; without it all that import what is mutated. */
const { MUTATE_TESTS = 'test' } = process.env;

/** For Stryker: tests of src/ in this process, and none that start bundles, compilers or servers. */
export default defineConfig({
  test: {
    include: MUTATE_TESTS.split(',').map((place) => `${place}/**/*.test.ts`),
    exclude: [
      'test/**/*.e2e.test.ts',
      'test/{docs,fuzz,scripts,workflows,xen-boot,xen-library}/**',
      'test/github/{api,policy}/**',
      'test/*.test.ts',
      // Takes seconds, which thousands of mutants would pay.
      'test/gate/busy.test.ts',
      'test/kernel/slimmed-kernels.test.ts',
    ],
    isolate: false,
    testTimeout: 120_000,
  },
});
