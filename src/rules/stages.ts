/** What a boot does at each stage, in order: the headings of the index of rules. */
export const STAGES = {
  container: 'opening the file',
  payload: 'decompressing the kernel',
  elf: 'reading the ELF headers',
  notes: 'reading the notes',
  loader: 'checking the kernel',
  build: 'building the domain',
  start: 'the first moments of the guest',
} as const;

/** The stages of a boot. */
export type Stage = keyof typeof STAGES;
