import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Debian's. */
const CHROMIUM = '/usr/bin/chromium';

const isThere = existsSync(CHROMIUM);
if (!isThere)
  console.log(`No page was opened: there is no ${CHROMIUM}. Debian: apt-get install chromium.`);

declare module 'vitest' {
  interface ProvidedContext {
    chromium: string;
  }
}

export default defineConfig({
  test: {
    ...(isThere
      ? { include: ['test/browser/**/*.browser.ts'], provide: { chromium: CHROMIUM } }
      : { include: [], passWithNoTests: true }),
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
