import { commonDirectories } from './nearness.ts';

/** A line of a configuration: an option and its value. */
const SETTING = /^(?:CONFIG_(\w+)=(.*)|# CONFIG_(\w+) is not set)[ \t\r]*$/gm;

/** Of a configuration that was installed together with its kernel. */
export const CERTAIN = Number.POSITIVE_INFINITY;

/** How sure a path is to be of the configuration that made a kernel; 0 for one that people write. */
export function sureness(config: string, kernel: string): number {
  const name = config.slice(config.lastIndexOf('/') + 1);
  if (name === '.config') return 1 + commonDirectories(config, kernel);
  // `config-6.1.0-50-amd64` beside `vmlinuz-6.1.0-50-amd64`, or `config` beside `vmlinuz`
  const beside = kernel.replace(/(^|\/)(?:vmlinu[xz]|bzImage)(?=-|$)/, '$1config');
  return config === beside ? CERTAIN : 0;
}

/** The part of the settings of a configuration that another one has alike; all of none. */
export function agreement(text: string, whole: string): number {
  const settings = [...settingsOf(text)];
  const others = settingsOf(whole);
  const alike = settings.filter(([option, value]) => value === (others.get(option) ?? 'n'));
  return settings.length === 0 ? 1 : alike.length / settings.length;
}

/** Of an option that is set twice, the later setting holds. */
function settingsOf(text: string): Map<string, string> {
  const settings = new Map<string, string>();
  for (const [, option, value = '', unset] of text.matchAll(SETTING)) {
    settings.set(option ?? unset ?? '', option === undefined ? 'n' : value.trimEnd());
  }
  return settings;
}
