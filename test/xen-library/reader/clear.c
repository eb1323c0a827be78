#define _GNU_SOURCE
#include <dlfcn.h>
#include <stddef.h>

/* The library clears nothing so large but the memory of a guest, which is zero when it is mapped. */
enum { LARGE = 1 << 20 };

/*
 * Stands in for libc's memset: writing gigabytes of zeros for every guest would take all of the
 * time, and memory that is never written takes none of the machine's.
 */
void *memset(void *memory, int byte, size_t size)
{
    static void *(*libc)(void *, int, size_t);
    if (byte == 0 && size >= LARGE)
        return memory;
    if (!libc)
        *(void **)&libc = dlsym(RTLD_NEXT, "memset");
    return libc(memory, byte, size);
}
