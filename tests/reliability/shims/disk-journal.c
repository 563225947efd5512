/*
 * Keeps a journal of everything a program does to the files of one folder, in order and with the time, so that a
 * power cut at any moment can be replayed. Preloaded; SHIM_FOLDER is the folder, SHIM_JOURNAL the file to append to.
 *
 * One record: the header below, the path, then what was written. A rename carries both paths, parted by a zero byte.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <time.h>
#include "watched-folder.h"

struct header {
  char kind; /* C created, W written, T truncated, S synced, U unlinked, R renamed */
  char unused[3];
  uint32_t path_length;
  uint32_t data_length;
  uint32_t unused_too;
  uint64_t nanoseconds; /* CLOCK_MONOTONIC, when the operation had returned */
  uint64_t inode;
  uint64_t offset; /* of a write; the new size of a truncation */
};

/* Held around operation and record: the journal has the order in which things happened. */
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static int journal = -1;

__attribute__((constructor)) static void open_journal(void) {
  const char *file = getenv("SHIM_JOURNAL");
  if (file) journal = NEXT(open)(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void record(char kind, uint64_t inode, const char *path, size_t path_length, uint64_t offset,
                   const void *data, size_t data_length) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  struct header header = {
      .kind = kind,
      .path_length = (uint32_t)path_length,
      .data_length = (uint32_t)data_length,
      .nanoseconds = (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec,
      .inode = inode,
      .offset = offset,
  };
  struct iovec parts[3] = {{&header, sizeof header}, {(void *)path, path_length}, {(void *)data, data_length}};
  ssize_t whole = (ssize_t)(sizeof header + path_length + data_length);
  /* A journal with a hole would prove nothing. */
  if (NEXT(writev)(journal, parts, 3) != whole) abort();
}

static uint64_t inode_of(int fd) {
  struct stat entry;
  return fstat(fd, &entry) == 0 ? entry.st_ino : 0;
}

static int open_recorded(int (*next)(const char *, int, ...), const char *path, int flags, mode_t mode) {
  if (journal < 0 || !(flags & (O_CREAT | O_TRUNC)) || !is_watched(path)) return next(path, flags, mode);
  pthread_mutex_lock(&turn);
  int is_new = access(path, F_OK) != 0;
  int fd = next(path, flags, mode);
  int problem = errno;
  if (fd >= 0 && is_new) record('C', inode_of(fd), path, strlen(path), 0, NULL, 0);
  else if (fd >= 0 && (flags & O_TRUNC)) record('T', inode_of(fd), path, strlen(path), 0, NULL, 0);
  pthread_mutex_unlock(&turn);
  errno = problem;
  return fd;
}

#define OPEN(name)                                       \
  int name(const char *path, int flags, ...) {           \
    va_list rest;                                        \
    va_start(rest, flags);                               \
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0; \
    va_end(rest);                                        \
    return open_recorded(NEXT(name), path, flags, mode); \
  }
OPEN(open)
OPEN(open64)

/* Runs an operation on a descriptor and records it when it succeeded. `done` is what counts as written. */
#define RECORDED(type, call, kind, fd, offset, data, done)                                       \
  char path[PATH_MAX];                                                                           \
  if (journal < 0 || fd == journal || !watched_path(fd, path)) return call;                      \
  pthread_mutex_lock(&turn);                                                                     \
  type result = call;                                                                            \
  int problem = errno;                                                                           \
  if (result >= 0) record(kind, inode_of(fd), path, strlen(path), (uint64_t)(offset), data, done); \
  pthread_mutex_unlock(&turn);                                                                   \
  errno = problem;                                                                               \
  return result

/* Where a plain write began: the position after it, less what it wrote; at the end for O_APPEND as well. */
ssize_t write(int fd, const void *data, size_t length) {
  RECORDED(ssize_t, NEXT(write)(fd, data, length), 'W', fd, lseek(fd, 0, SEEK_CUR) - result, data, (size_t)result);
}
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
  RECORDED(ssize_t, NEXT(pwrite64)(fd, data, length, offset), 'W', fd, offset, data, (size_t)result);
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
  RECORDED(ssize_t, NEXT(pwrite)(fd, data, length, offset), 'W', fd, offset, data, (size_t)result);
}
int ftruncate64(int fd, off64_t size) {
  RECORDED(int, NEXT(ftruncate64)(fd, size), 'T', fd, size, NULL, 0);
}
int ftruncate(int fd, off_t size) {
  RECORDED(int, NEXT(ftruncate)(fd, size), 'T', fd, size, NULL, 0);
}
int fsync(int fd) {
  RECORDED(int, NEXT(fsync)(fd), 'S', fd, 0, NULL, 0);
}
int fdatasync(int fd) {
  RECORDED(int, NEXT(fdatasync)(fd), 'S', fd, 0, NULL, 0);
}

int unlink(const char *path) {
  if (journal < 0 || !is_watched(path)) return NEXT(unlink)(path);
  pthread_mutex_lock(&turn);
  int result = NEXT(unlink)(path);
  int problem = errno;
  if (result == 0) record('U', 0, path, strlen(path), 0, NULL, 0);
  pthread_mutex_unlock(&turn);
  errno = problem;
  return result;
}

int rename(const char *from, const char *to) {
  if (journal < 0 || !is_watched(to)) return NEXT(rename)(from, to);
  char both[2 * PATH_MAX];
  size_t length = strlen(from) + 1;
  memcpy(both, from, length);
  memcpy(both + length, to, strlen(to));
  pthread_mutex_lock(&turn);
  int result = NEXT(rename)(from, to);
  int problem = errno;
  if (result == 0) record('R', 0, both, length + strlen(to), 0, NULL, 0);
  pthread_mutex_unlock(&turn);
  errno = problem;
  return result;
}
