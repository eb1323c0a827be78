import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Needs kernels from the network: npm run test:kernels.
    exclude: ['test/kernels.e2e.test.ts'],
    // Real kernels decompress to 14–66 MB: give a loaded machine room, a hang still fails.
    testTimeout: 120_000,
    // GitHub's parser imports JSON without saying so, which Node refuses and Vite does not.
    server: { deps: { inline: [/@actions\/(languageservice|workflow-parser|expressions)/] } },
  },
});
