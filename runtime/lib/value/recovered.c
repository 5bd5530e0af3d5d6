/*===- recovered.c - What recover() returns in C ------------------*- C -*-===*\
|*                                                                            *|
|* Part of the deferc project, under the Apache License v2.0 with LLVM        *|
|* Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception        *|
|*                                                                            *|
|*===----------------------------------------------------------------------===*|
|*                                                                            *|
|* The functions of deferc/recovered.h for C.                                 *|
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

const char *defer_text(const defer_recovered *R) {
  size_t Size;
  return R->__value ? __deferc_valuetext(R->__value, &Size) : "nil";
}

void defer_retain(const defer_recovered *R) {
  if (R->__value)
    __deferc_valueretain(R->__value);
}

void defer_release(const defer_recovered *R) {
  if (R->__value)
    __deferc_valuerelease(R->__value);
}
