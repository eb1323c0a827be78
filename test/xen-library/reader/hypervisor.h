/* What the stand-in for the hypervisor is asked. */
#pragma once
#include <stdbool.h>

/* What XENVER_capabilities answers. */
extern const char *capabilities;

/* Whether the domain is HVM; the toolstack makes a PVH guest one. */
extern bool is_hvm;
