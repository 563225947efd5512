/* What the shims share: which descriptors belong to the folder under test, and the functions behind ours. */
#ifndef WATCHED_FOLDER_H
#define WATCHED_FOLDER_H

#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The C library's own function that ours stands in front of. */
#define NEXT(name) ((typeof(&name))dlsym(RTLD_NEXT, #name))

/* True for a path inside the folder named by SHIM_FOLDER. */
static inline int is_watched(const char *path) {
  const char *folder = getenv("SHIM_FOLDER");
  if (!folder || !path) return 0;
  size_t length = strlen(folder);
  return strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

/* Path of an open descriptor of the folder; 0 for any other. */
static inline int watched_path(int fd, char path[PATH_MAX]) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length < 0) return 0;
  path[length] = '\0';
  return is_watched(path);
}

#endif
