/* The memory of the guest that is built, in frames of 4 KiB. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

/* Frames that belong to the guest from now on. */
void add_frames(uint64_t first, uint64_t count);

/* Whether a frame belongs to the guest. */
bool has_frame(uint64_t frame);
