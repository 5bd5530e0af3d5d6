/*===- ValueMemory.h - Memory for panics in signal handlers -------*- C -*-===*\
|*                                                                            *|
|* Part of the deferc project, under the Apache License v2.0 with LLVM        *|
|* Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception        *|
|*                                                                            *|
\*===----------------------------------------------------------------------===*/

#ifndef DEFERC_RUNTIME_VALUE_VALUEMEMORY_H
#define DEFERC_RUNTIME_VALUE_VALUEMEMORY_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Memory of that size and alignment, not cleared; null when there is none. May
   be called in a signal handler, as long as it is small: up to 256 bytes, of
   which a program may have 256 pieces at a time. Else calls malloc(). */
__attribute__((visibility("hidden"))) void *__deferc_valuememory(size_t Size,
                                                                 size_t Align);

/* Gives it back. Null is ignored. */
__attribute__((visibility("hidden"))) void
__deferc_freevaluememory(void *Memory);

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif /* DEFERC_RUNTIME_VALUE_VALUEMEMORY_H */
