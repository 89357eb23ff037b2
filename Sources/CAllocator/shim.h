#include <malloc.h>

/// Makes all threads share one heap: what one frees, any other gets again.
///
/// Every thread that allocates before has an arena of its own, so this comes first in a program.
static inline void ca_share_heap(void) { mallopt(M_ARENA_MAX, 1); }
