/*===- recover.c - recover() in C ---------------------------------*- C -*-===*\
|*                                                                            *|
|* Part of the deferc project, under the Apache License v2.0 with LLVM        *|
|* Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception        *|
|*                                                                            *|
|*===----------------------------------------------------------------------===*|
|*                                                                            *|
|* Shows C the panic value: a copy of what is a number, a string or a pointer.
*|
|*                                                                            *|
\*===----------------------------------------------------------------------===*/

#include "deferc/recovered.h"
#include "support/TextSection.h"

#include <string.h>

defer_recovered __deferc_recover(void *Token) {
  struct __deferc_value *V = __deferc_gorecover(Token);
  defer_recovered R = {.kind = DEFER_NONE, .__value = V};
  if (!V)
    return R;
  R.kind = V->kind;
  _Static_assert(sizeof(R.c) == sizeof(V->as), "the largest member");
  memcpy(&R.c, &V->as, sizeof(R.c));
  return R;
}
