/* What Swift's Glibc module lacks: event and signal descriptors, memory files, file system kinds. */
#ifndef SANBAN_CSYSTEM_SHIM_H
#define SANBAN_CSYSTEM_SHIM_H
/* No _GNU_SOURCE here: Glibc's module is built without it, and the same type read twice must agree. */
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <spawn.h>
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
enum { SANBAN_MFD_CLOEXEC = 1 };
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);
extern char **environ;
/* The environment for a child; the variable itself is not safe to name in Swift 6. */
static inline char **sanban_environ(void) { return environ; }
/* The columns the C library gives a scalar; needs a UTF-8 LC_CTYPE. */
static inline int sanban_wcwidth(uint32_t scalar) { return wcwidth((wchar_t)scalar); }
#endif
