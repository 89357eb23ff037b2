// The CommonMark parser of the system, libcmark.
#ifndef T2V_CCMARK_SHIM_H
#define T2V_CCMARK_SHIM_H

#include <cmark.h>

#endif
