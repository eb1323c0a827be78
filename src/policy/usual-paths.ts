/** What stands for no policy in place of a path; a file of that name is `./none`. */
export const NONE = 'none';

/** The default paths of the policy. */
export const USUAL_PATHS: readonly string[] = [
  '.github/xen-boot-gate.yml',
  '.github/xen-boot-gate.yaml',
];
