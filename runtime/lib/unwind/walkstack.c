/*===- walkstack.c - A walk over the stack that cleans up ---------*- C -*-===*\
|*                                                                            *|
|* Part of the deferc project, under the Apache License v2.0 with LLVM        *|
|* Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception        *|
|*                                                                            *|
|*===----------------------------------------------------------------------===*|
|*                                                                            *|
|* The walk of a panic: by the runtime's own steps as far as those go, then   *|
|* by the unwinder. The deferred calls run inside the walk. When one of them  *|
|* leaves by a forced unwind, as pthread_exit is, the panic must come off the *|
|* g: that is done by the cleanup here. (Exceptions do not come here:         *|
|* panic/protect.cpp stops them.)                                             *|
|*                                                                            *|
|* In C, since a C++ function with a cleanup needs the personality routine of *|
|* the C++ library, which a C program does not have. That of C is in libgcc.  *|
|*                                                                            *|
\*===----------------------------------------------------------------------===*/

#include "unwind/WalkStack.h"

#include <stddef.h>

struct Leaving {
  void (*Leave)(void *Context); /* Null: the walk has returned. */
  void *Context;
};

static void leave(struct Leaving *L) {
  if (L->Leave)
    L->Leave(L->Context);
}

__attribute__((noinline)) void __deferc_walkstack(bool (*Step)(void *),
                                                  _Unwind_Trace_Fn Visit,
                                                  void (*Finish)(void *),
                                                  void (*Leave)(void *),
                                                  void *Context) {
  __attribute__((cleanup(leave))) struct Leaving L = {Leave, Context};
  if (!Step || !Step(Context)) {
    _Unwind_Backtrace(Visit, Context);
    Finish(Context);
  }
  L.Leave = NULL;
}
