#ifndef CLINUX_H
#define CLINUX_H

#include <stddef.h>
#include <sys/types.h>

/// Makes a pipe that no program inherits unless it is given an end, and that holds `size` bytes if the system lets it.
///
/// Returns how many bytes it holds; -1 with errno if there is no pipe.
int t2v_pipe(int ends[2], int size);

/// Puts pages of this process into a pipe as they are, without a copy, and waits while the pipe is full.
///
/// What is written to them before the reader has read them, the reader sees. Returns how many bytes the pipe took; -1 with
/// errno, which is ENOSYS where the system cannot do it.
ssize_t t2v_lend(int pipe, const void *bytes, size_t count);

/// Makes all threads of this process share one heap: what one frees, any other gets again. Called before there are threads.
void t2v_share_heap(void);

/// Lets this process give memory back soon after it was freed, and share one heap between its threads: for one that lives long
/// and is idle most of the time. Called before there are threads.
void t2v_return_memory(void);

#endif
