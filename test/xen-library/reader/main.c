/*
 * reader CAPABILITIES < JOBS
 *
 * Gives kernels to Xen's toolstack library. A job is a line: `pv` or `hvm`, the path of the kernel,
 * and sizes of the guest in MiB, all separated by spaces. What the library logs goes to standard
 * output, then how it ended: `end`, the size or `parse`, and `loads`, `refused`, `hangs`, `aborts` or
 * `crashes`. Every guest is built in a process of its own.
 */
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xenctrl.h>
#include "build.h"
#include "hypervisor.h"

/* A guest takes a fraction of a second, and an endless loop all that it gets. */
enum { PARSE_SECONDS = 30, BUILD_SECONDS = 3 };

static const char *outcome(int status)
{
    if (WIFEXITED(status))
        return WEXITSTATUS(status) == 0 ? "loads" : "refused";
    switch (WTERMSIG(status)) {
    case SIGXCPU:
        return "hangs";
    case SIGABRT:
        return "aborts";
    default:
        return "crashes";
    }
}

/* In the child: 0. In the parent, once the child has ended: how. */
static const char *split(unsigned int seconds)
{
    pid_t child = fork();
    if (child < 0) {
        perror("fork");
        exit(2);
    }
    if (child == 0) {
        struct rlimit limit = {seconds, seconds + 1};
        struct rlimit none = {0, 0};
        setrlimit(RLIMIT_CPU, &limit);
        setrlimit(RLIMIT_CORE, &none);
        return NULL;
    }
    int status;
    waitpid(child, &status, 0);
    return outcome(status);
}

static void run(char *job)
{
    char *rest;
    is_hvm = !strcmp(strtok_r(job, " ", &rest), "hvm");
    const char *path = strtok_r(NULL, " ", &rest);
    const char *end = split(PARSE_SECONDS);
    if (end) {
        if (strcmp(end, "loads"))
            printf("end\tparse\t%s\n", end);
        return;
    }

    xentoollog_logger *log = open_log();
    xc_interface *xch = xc_interface_open(log, log, XC_OPENFLAG_DUMMY);
    struct xc_dom_image *dom;
    if (!xch || !parse_kernel(xch, path, is_hvm, &dom))
        _exit(1);
    for (const char *size; (size = strtok_r(NULL, " \n", &rest));) {
        const char *built = split(BUILD_SECONDS);
        if (!built)
            _exit(build_guest(dom, atoi(size)) ? 0 : 1);
        printf("end\t%s\t%s\n", size, built);
    }
    _exit(0);
}

int main(int argc, char **argv)
{
    char job[4096];
    if (argc != 2)
        return 2;
    capabilities = argv[1];
    /* What is large is always fresh memory, and zero: see clear.c. */
    mallopt(M_MMAP_THRESHOLD, 128 * 1024);
    /* So that nothing is lost, or written twice, when a process ends in any way. */
    setvbuf(stdout, NULL, _IOLBF, 0);
    while (fgets(job, sizeof(job), stdin))
        run(job);
    return 0;
}
