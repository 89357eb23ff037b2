#include <stddef.h>
#include <stdint.h>

/// libFuzzer's main function, for programs that have one of their own. It calls `test` with one input after another
/// and does not return before the end of its time.
int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*test)(const uint8_t *bytes, size_t count));
