#include "guest-memory.h"
#include <stdio.h>
#include <stdlib.h>

/* A guest of 4 GiB is populated in some ten pieces, and with single pages. */
enum { MOST_PIECES = 4096 };

static struct {
    uint64_t first;
    uint64_t end;
} pieces[MOST_PIECES];

static unsigned int number;

void add_frames(uint64_t first, uint64_t count)
{
    if (number > 0 && pieces[number - 1].end == first) {
        pieces[number - 1].end += count;
        return;
    }
    if (number == MOST_PIECES) {
        fprintf(stderr, "the guest's memory is in too many pieces\n");
        exit(2);
    }
    pieces[number].first = first;
    pieces[number].end = first + count;
    number++;
}

bool has_frame(uint64_t frame)
{
    for (unsigned int i = 0; i < number; i++)
        if (frame >= pieces[i].first && frame < pieces[i].end)
            return true;
    return false;
}
