import { defineConfig } from 'vitest/config';

/**
 * For malloc of glibc, in the processes that run tests: memory that was freed stays theirs. A test that
 * decompresses frees some megabytes a thousand times, and to get them from the kernel each time takes
 * a third of the time of all tests.
 */
Object.assign(process.env, {
  MALLOC_MMAP_THRESHOLD_: `${2 ** 30}`,
  MALLOC_TRIM_THRESHOLD_: `${2 ** 31}`,
  MALLOC_TOP_PAD_: `${2 ** 26}`,
});

export default defineConfig({
  test: {
    // Vitest leaves one core idle by default: half of a machine with two.
    maxWorkers: '100%',
    // Real kernels decompress to 14–66 MB: give a loaded machine room, a hang still fails.
    testTimeout: 120_000,
    // GitHub's parser imports JSON without saying so, which Node refuses and Vite does not.
    server: { deps: { inline: [/@actions\/(languageservice|workflow-parser|expressions)/] } },
    include: ['test/**/*.test.ts'],
    // Need kernels from the network: npm run test:kernels.
    exclude: ['test/*.e2e.test.ts'],
    // To import src/ again for each file takes two thirds of the time of most.
    isolate: false,
    // What was compiled for one run serves the next.
    experimental: { fsModuleCache: true, fsModuleCachePath: '.cache/vitest' },
  },
});
