/*
 * Stands in for the hypervisor: libxenguest calls these functions of libxenctrl, and the linker
 * takes ours. Frames are numbered as the guest numbers them. A hypercall succeeds, unless it is
 * about a frame that the guest does not have, or only for PV domains.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <xencall.h>
#include <xenctrl.h>
#include <xen/hvm/save.h>
#include <xen/sys/privcmd.h>
#include "guest-memory.h"
#include "hypervisor.h"

/* Where shared_info is; no frame of a guest is so high. */
enum { SHARED_INFO = 0x7ffffff };

const char *capabilities;
bool is_hvm;

int xc_version(xc_interface *xch, int command, void *out)
{
    if (command == XENVER_capabilities)
        snprintf(out, sizeof(xen_capabilities_info_t), "%s", capabilities);
    return 4 << 16 | 17;
}

int xc_domain_getinfo(xc_interface *xch, uint32_t domain, unsigned int most, xc_dominfo_t *info)
{
    memset(info, 0, sizeof(*info));
    info->domid = domain;
    info->shared_info_frame = SHARED_INFO;
    return 1;
}

int xc_domain_claim_pages(xc_interface *xch, uint32_t domain, unsigned long pages)
{
    return 0;
}

int xc_domain_populate_physmap(xc_interface *xch, uint32_t domain, unsigned long extents,
                               unsigned int order, unsigned int flags, xen_pfn_t *first)
{
    for (unsigned long i = 0; i < extents; i++)
        add_frames(first[i], 1ul << order);
    return extents;
}

int xc_domain_populate_physmap_exact(xc_interface *xch, uint32_t domain, unsigned long extents,
                                     unsigned int order, unsigned int flags, xen_pfn_t *first)
{
    xc_domain_populate_physmap(xch, domain, extents, order, flags, first);
    return 0;
}

/* Each mapping is memory of its own: the builder never reads what it wrote through another one. */
static void *map(size_t size)
{
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return memory == MAP_FAILED ? NULL : memory;
}

static void *refuse(void)
{
    errno = EINVAL;
    return NULL;
}

void *xc_map_foreign_ranges(xc_interface *xch, uint32_t domain, size_t size, int protection,
                            size_t chunk, privcmd_mmap_entry_t entries[], int number)
{
    for (int i = 0; i < number; i++)
        if (!has_frame(entries[i].mfn))
            return refuse();
    return size == 0 ? refuse() : map(size);
}

void *xc_map_foreign_range(xc_interface *xch, uint32_t domain, int size, int protection,
                           unsigned long frame)
{
    for (unsigned long i = 0; i < (size + XC_PAGE_SIZE - 1) / XC_PAGE_SIZE; i++)
        if (frame + i != SHARED_INFO && !has_frame(frame + i))
            return refuse();
    return map(size);
}

int xc_clear_domain_pages(xc_interface *xch, uint32_t domain, unsigned long frame, int number)
{
    return 0;
}

/* The one hypercall that libxenguest makes by itself is the one that controls domains. */
int xencall1(xencall_handle *handle, unsigned int operation, uint64_t argument)
{
    const struct xen_domctl *control = (const struct xen_domctl *)argument;
    switch (control->cmd) {
    case XEN_DOMCTL_hypercall_init:
        errno = EINVAL;
        return has_frame(control->u.hypercall_init.gmfn) ? 0 : -1;
    case XEN_DOMCTL_set_address_size:
        errno = EOPNOTSUPP;
        return is_hvm ? -1 : 0;
    default:
        return 0;
    }
}

void *xencall_alloc_buffer_pages(xencall_handle *handle, size_t number)
{
    return calloc(number, XC_PAGE_SIZE);
}

void xencall_free_buffer_pages(xencall_handle *handle, void *buffer, size_t number)
{
    free(buffer);
}

int xc_mmuext_op(xc_interface *xch, struct mmuext_op *operations, unsigned int number,
                 uint32_t domain)
{
    return 0;
}

int xc_vcpu_setcontext(xc_interface *xch, uint32_t domain, uint32_t vcpu,
                       vcpu_guest_context_any_t *context)
{
    return 0;
}

int xc_hvm_param_set(xc_interface *xch, uint32_t domain, uint32_t parameter, uint64_t value)
{
    return 0;
}

/* The state of a new virtual CPU: the records that the builder looks for, with zeros in them. */
int xc_domain_hvm_getcontext(xc_interface *xch, uint32_t domain, uint8_t *out, uint32_t size)
{
    const struct __attribute__((packed)) {
        struct hvm_save_descriptor header_descriptor;
        HVM_SAVE_TYPE(HEADER) header;
        struct hvm_save_descriptor mtrr_descriptor;
        HVM_SAVE_TYPE(MTRR) mtrr;
        struct hvm_save_descriptor end_descriptor;
    } state = {
        .header_descriptor = {HVM_SAVE_CODE(HEADER), 0, HVM_SAVE_LENGTH(HEADER)},
        .mtrr_descriptor = {HVM_SAVE_CODE(MTRR), 0, HVM_SAVE_LENGTH(MTRR)},
        .end_descriptor = {HVM_SAVE_CODE(END), 0, 0},
    };
    if (out)
        memcpy(out, &state, sizeof(state));
    return sizeof(state);
}

int xc_domain_hvm_setcontext(xc_interface *xch, uint32_t domain, uint8_t *state, uint32_t size)
{
    return 0;
}
