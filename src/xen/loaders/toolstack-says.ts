/** No loader's probe took the file. */
export const NO_LOADER = 'xc_dom_find_loader: no loader found';

/** `HVM-generic` took the file, and it is 64-bit. */
export const NOT_32_BIT = 'xc_dom_parse_hvm_kernel: ELF image is not 32bit';

/** A domain of the kernel's width cannot be made. */
export const NO_LOW_MEMORY = "xc_dom_boot_mem_init: can't allocate low memory for domain";

/** `xc_dom_kernel_check_size`. */
export const TOO_LARGE = 'kernel image too large';

/** What the probe of the bzImage loader says when it fails; no other loader takes the file then. */
export const probe = (text: string) => `xc_dom_probe_bzimage_kernel${text}\n${NO_LOADER}`;
