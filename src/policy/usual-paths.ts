/** Where a repository has its policy when nobody names another place. */
export const USUAL_PATHS: readonly string[] = [
  '.github/xen-boot-gate.yml',
  '.github/xen-boot-gate.yaml',
];
