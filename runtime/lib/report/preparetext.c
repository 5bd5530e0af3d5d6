/*===- preparetext.c - Call the text function of a value ----------*- C -*-===*\
|*                                                                            *|
|* Part of the deferc project, under the Apache License v2.0 with LLVM        *|
|* Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception        *|
|*                                                                            *|
|*===----------------------------------------------------------------------===*|
|*                                                                            *|
|* The text function of a panic's value is the program's code, and it runs    *|
|* while the process is ending. It may leave by an unwinding that nothing     *|
|* stops: pthread_exit, or an exception where the program is compiled without *|
|* exceptions. The cleanup here then goes on with the report. In C, because a *|
|* cleanup in C++ would need the C++ library.                                 *|
|*                                                                            *|
\*===----------------------------------------------------------------------===*/

#include "support/TextSection.h"

#include <stdbool.h>

#define HIDDEN __attribute__((visibility("hidden")))

struct __deferc_value;
extern HIDDEN bool __deferc_saytext(struct __deferc_value *Value);
extern HIDDEN void __deferc_leavetext(void);

static void leave(bool *Returned) {
  if (!*Returned)
    __deferc_leavetext();
}

HIDDEN __attribute__((noinline)) bool
__deferc_preparetext(struct __deferc_value *Value) {
  __attribute__((cleanup(leave))) bool Returned = false;
  bool Threw = __deferc_saytext(Value);
  Returned = true;
  return Threw;
}
