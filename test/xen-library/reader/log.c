#include <stdarg.h>
#include <stdio.h>
#include <xentoollog.h>
#include "build.h"

/* LONGEST: of a message, and longer than any. MOST_MESSAGES: an endless loop may log without end. */
enum { LONGEST = 4096, MOST_MESSAGES = 2000 };

/* A message may quote the kernel: whatever would end the line is shown as a question mark. */
static void write_message(xentoollog_logger *logger, xentoollog_level level, int error,
                          const char *context, const char *format, va_list arguments)
{
    static unsigned int number;
    char text[LONGEST];
    if (number++ >= MOST_MESSAGES)
        return;
    vsnprintf(text, sizeof(text), format, arguments);
    for (char *at = text; *at; at++)
        if ((unsigned char)*at < ' ')
            *at = '?';
    printf("%s\t%s\n", xtl_level_to_string(level), text);
}

static void destroy(xentoollog_logger *logger)
{
}

xentoollog_logger *open_log(void)
{
    static xentoollog_logger logger = {.vmessage = write_message, .destroy = destroy};
    return &logger;
}
