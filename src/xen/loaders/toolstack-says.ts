/** No loader's probe took the file. */
export const NO_LOADER = 'xc_dom_find_loader: no loader found';

/** `xc_dom_kernel_check_size`. */
export const TOO_LARGE = 'kernel image too large';

/** What the probe of the bzImage loader says when it fails; no other loader takes the file then. */
export const probe = (text: string) => `xc_dom_probe_bzimage_kernel${text}\n${NO_LOADER}`;
