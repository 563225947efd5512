/*
 * A disk that is slow or fails: fsync and fdatasync on files of SHIM_FOLDER sleep SHIM_SLEEP_MS milliseconds, and every
 * SHIM_FAIL_EVERY-th of them returns EIO without having written anything. One line per call goes to SHIM_CALLS:
 * `ok PATH` or `EIO PATH`.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <time.h>
#include "watched-folder.h"

static atomic_long calls;

static long number(const char *name) {
  const char *text = getenv(name);
  return text ? atol(text) : 0;
}

static void note(const char *what, const char *path) {
  const char *file = getenv("SHIM_CALLS");
  if (!file) return;
  int fd = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (fd < 0) return;
  dprintf(fd, "%s %s\n", what, path);
  close(fd);
}

/* True when this call has to fail. */
static int suffer(int fd) {
  char path[PATH_MAX];
  if (!watched_path(fd, path)) return 0;
  long milliseconds = number("SHIM_SLEEP_MS");
  if (milliseconds > 0) {
    struct timespec pause = {milliseconds / 1000, (milliseconds % 1000) * 1000000};
    nanosleep(&pause, NULL);
  }
  long every = number("SHIM_FAIL_EVERY");
  int has_failed = every > 0 && (atomic_fetch_add(&calls, 1) + 1) % every == 0;
  note(has_failed ? "EIO" : "ok", path);
  return has_failed;
}

int fsync(int fd) {
  if (!suffer(fd)) return NEXT(fsync)(fd);
  errno = EIO;
  return -1;
}

int fdatasync(int fd) {
  if (!suffer(fd)) return NEXT(fdatasync)(fd);
  errno = EIO;
  return -1;
}
