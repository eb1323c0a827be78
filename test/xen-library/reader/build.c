#include "build.h"
#include <string.h>

static const uint64_t GIB = 1ull << 30;

/* Devices of a PVH guest: from the ACPI tables to 4 GiB. */
static const uint64_t HOLE = 0xfc000000;

/* What libxl has the library put into a PVH guest once the kernel is in it, as far as it takes frames. */
enum { ACPI_TABLES = 11 * XC_PAGE_SIZE };
static uint8_t zeros[ACPI_TABLES];
static const struct xc_hvm_firmware_module acpi[] = {
    {zeros, 64, 0xfffc0},
    {zeros, XC_PAGE_SIZE, 0xfc000000},
    {zeros, ACPI_TABLES, 0xfc001000},
};

/* A map of the memory is a part of start_info; what counts here is how many entries it has. */
enum { LOW_ENTRIES = 5 };

bool parse_kernel(xc_interface *xch, const char *path, bool hvm, struct xc_dom_image **built)
{
    struct xc_dom_image *dom = *built = xc_dom_allocate(xch, "", NULL);
    if (!dom)
        return false;
    dom->container_type = hvm ? XC_DOM_HVM_CONTAINER : XC_DOM_PV_CONTAINER;
    dom->max_vcpus = 1;
    return !xc_dom_kernel_file(dom, path) && !xc_dom_boot_xen_init(dom, xch, 1) &&
           !xc_dom_parse_image(dom);
}

static void lay_out_hvm(struct xc_dom_image *dom, uint64_t memory)
{
    static struct e820entry map[LOW_ENTRIES + 1];
    uint64_t above = memory > HOLE ? memory - HOLE : 0;
    dom->target_pages = memory >> XC_PAGE_SHIFT;
    dom->mmio_start = HOLE;
    dom->mmio_size = 4 * GIB - HOLE;
    dom->lowmem_end = memory - above;
    dom->highmem_end = above ? 4 * GIB + above : 0;
    memcpy(dom->acpi_modules, acpi, sizeof(acpi));
    dom->e820 = map;
    dom->e820_entries = above ? LOW_ENTRIES + 1 : LOW_ENTRIES;
}

bool build_guest(struct xc_dom_image *dom, unsigned int mebibytes)
{
    if (dom->container_type == XC_DOM_HVM_CONTAINER)
        lay_out_hvm(dom, (uint64_t)mebibytes << 20);
    return !xc_dom_mem_init(dom, mebibytes) && !xc_dom_boot_mem_init(dom) &&
           !xc_dom_build_image(dom) && !xc_dom_boot_image(dom);
}
