/* What Swift's Glibc module lacks: event and signal descriptors, memory files, file system kinds. */
#ifndef SANBAN_CSYSTEM_SHIM_H
#define SANBAN_CSYSTEM_SHIM_H
#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

extern int wcwidth(wchar_t);
extern int memfd_create(const char *, unsigned int);
/* The columns the C library gives a scalar; needs a UTF-8 LC_CTYPE. */
static inline int sanban_wcwidth(uint32_t scalar) { return wcwidth((wchar_t)scalar); }
#endif
