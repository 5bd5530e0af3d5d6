/*===- WalkStack.h - A walk over the stack that cleans up ---------*- C -*-===*\
|*                                                                            *|
|* Part of the deferc project, under the Apache License v2.0 with LLVM        *|
|* Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception        *|
|*                                                                            *|
\*===----------------------------------------------------------------------===*/

#ifndef DEFERC_RUNTIME_UNWIND_WALKSTACK_H
#define DEFERC_RUNTIME_UNWIND_WALKSTACK_H

#include "support/Config.h"

#include <unwind.h>

#ifdef __cplusplus
extern "C" {
#else
#include <stdbool.h>
#endif

/* Calls Step(Context), unless Step is null. When there is no Step, or it has
   returned false, goes on by _Unwind_Backtrace(Visit, Context) and calls
   Finish(Context). When any of these is left by a forced unwind, calls
   Leave(Context). */
DEFERC_HIDDEN void __deferc_walkstack(bool (*Step)(void *Context),
                                      _Unwind_Trace_Fn Visit,
                                      void (*Finish)(void *Context),
                                      void (*Leave)(void *Context),
                                      void *Context);

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif /* DEFERC_RUNTIME_UNWIND_WALKSTACK_H */
