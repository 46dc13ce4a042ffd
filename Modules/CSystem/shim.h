/* What Swift's Glibc module lacks: event and signal descriptors, memory files, file system kinds. */
#ifndef SANBAN_CSYSTEM_SHIM_H
#define SANBAN_CSYSTEM_SHIM_H
/* No _GNU_SOURCE here: Glibc's module is built without it, and the same type read twice must agree. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/timerfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
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

/* A variadic call, out of Swift's reach: SQLITE_DBCONFIG_DEFENSIVE is 1010. */
struct sqlite3;
extern int sqlite3_db_config(struct sqlite3 *, int, ...);
static inline int sanban_defend(void *connection) {
  return sqlite3_db_config((struct sqlite3 *)connection, 1010, 1, (int *)0);
}

/* Without a callback for each column that a statement names: a connection that only reads needs none. */
extern int sqlite3_set_authorizer(
    struct sqlite3 *,
    int (*)(void *, int, const char *, const char *, const char *, const char *), void *);
static inline int sanban_unwatch(void *connection) {
  return sqlite3_set_authorizer((struct sqlite3 *)connection, 0, (void *)0);
}

static inline void sanban_wake(int number) { (void)number; }

/* flock(LOCK_EX) that gives up: 0 or an errno, ETIMEDOUT after so many milliseconds. flock knows no
   limit, so a timer aimed at this thread interrupts it (SIGRTMIN + 3, empty handler). */
static inline int sanban_lock(int descriptor, int milliseconds) {
  if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) return 0;
  if (errno != EWOULDBLOCK) return errno;
  struct sigaction quiet;
  memset(&quiet, 0, sizeof quiet);
  quiet.sa_handler = sanban_wake;
  sigaction(SIGRTMIN + 3, &quiet, 0);
  sigset_t wake, before;
  sigemptyset(&wake);
  sigaddset(&wake, SIGRTMIN + 3);
  pthread_sigmask(SIG_UNBLOCK, &wake, &before);
  struct sigevent event;
  memset(&event, 0, sizeof event);
  event.sigev_notify = SIGEV_THREAD_ID;
  event.sigev_signo = SIGRTMIN + 3;
  event._sigev_un._tid = (pid_t)syscall(SYS_gettid);
  timer_t timer;
  struct timespec now, end;
  clock_gettime(CLOCK_MONOTONIC, &end);
  end.tv_sec += milliseconds / 1000;
  end.tv_nsec += milliseconds % 1000 * 1000000L;
  if (end.tv_nsec >= 1000000000L) {
    end.tv_sec += 1;
    end.tv_nsec -= 1000000000L;
  }
  int result = timer_create(CLOCK_MONOTONIC, &event, &timer) == 0 ? 0 : errno;
  if (result == 0) {
    /* Again every 20 ms: the first one may come before flock has begun to wait. */
    struct itimerspec when = {{0, 20000000L},
                              {milliseconds / 1000, milliseconds % 1000 * 1000000L + 1}};
    timer_settime(timer, 0, &when, 0);
    while (flock(descriptor, LOCK_EX) != 0) {
      if (errno != EINTR) {
        result = errno;
        break;
      }
      clock_gettime(CLOCK_MONOTONIC, &now);
      if (now.tv_sec > end.tv_sec || (now.tv_sec == end.tv_sec && now.tv_nsec >= end.tv_nsec)) {
        result = ETIMEDOUT;
        break;
      }
    }
    timer_delete(timer);
  }
  pthread_sigmask(SIG_SETMASK, &before, 0);
  return result;
}
#endif
