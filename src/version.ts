/** The version in package.json; a test holds the two together. */
export const VERSION = '0.1.0';

/** The day on which work on this version began, `YYYY-MM-DD`: no build of it, and no run, is earlier. */
export const VERSION_STARTED = '2026-11-22';
