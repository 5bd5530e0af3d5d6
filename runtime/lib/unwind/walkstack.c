/*===- walkstack.c - A walk over the stack that cleans up ---------*- C -*-===*\
|*                                                                            *|
|* Part of the deferc project, under the Apache License v2.0 with LLVM        *|
|* Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception        *|
|*                                                                            *|
|*===----------------------------------------------------------------------===*|
|*                                                                            *|
|* The walk of a panic, whose deferred calls run inside it: by the runtime's  *|
|* own steps as far as those go, then by _Unwind_Backtrace.                   *|
|* When such a call leaves by a forced unwind, as pthread_exit is, the panic  *|
|* must come off the g: that is the cleanup here. (Exceptions are stopped by  *|
|* protect.cpp before they come here.) In C, since the cleanup of             *|
|* a C++ function needs the personality routine of the C++ library, which a C *|
|* program does not have; that of C is in libgcc.                             *|
|*                                                                            *|
\*===----------------------------------------------------------------------===*/

#include "TextSection.h"

#include <stdbool.h>
#include <stddef.h>
#include <unwind.h>

/* A panic is a pointer to void here: a function is called through a pointer of
   its very type, and the type of a panic is one of C++. */
extern __attribute__((visibility("hidden"))) void __deferc_droppanic(void *P);

static void leave(void **P) {
  if (*P)
    __deferc_droppanic(*P);
}

__attribute__((visibility("hidden"), noinline)) void
__deferc_walkstack(bool (*Walk)(void *), _Unwind_Trace_Fn Visit,
                   void (*Finish)(void *), void *P) {
  __attribute__((cleanup(leave))) void *Unwinding = P;
  if (!Walk || !Walk(P)) {
    _Unwind_Backtrace(Visit, P);
    Finish(P);
  }
  Unwinding = NULL;
}
