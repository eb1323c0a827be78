/* Building a guest as `xl create` does. */
#pragma once
#include <stdbool.h>
#include <xenctrl.h>
#include <xenguest.h>

/* A logger that writes each message as a line: its level, a tab, the text. */
xentoollog_logger *open_log(void);

/* Reads a kernel and parses it, into *built. Whether the toolstack takes it so far. */
bool parse_kernel(xc_interface *xch, const char *path, bool hvm, struct xc_dom_image **built);

/* Places it in a guest of so many MiB. Whether the guest could be started. */
bool build_guest(struct xc_dom_image *dom, unsigned int mebibytes);
