#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/uio.h>
#include <unistd.h>

int t2v_pipe(int ends[2], int size) {
  if (pipe2(ends, O_CLOEXEC) != 0) return -1;
  // Refused to a user who has many: then it stays as it is.
  int set = fcntl(ends[1], F_SETPIPE_SZ, size);
  if (set < 0) set = fcntl(ends[1], F_GETPIPE_SZ);
  return set < 0 ? 65536 : set;
}

ssize_t t2v_lend(int pipe, const void *bytes, size_t count) {
  struct iovec part = {.iov_base = (void *)bytes, .iov_len = count};
  return vmsplice(pipe, &part, 1, 0);
}
