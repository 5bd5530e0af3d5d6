/*===- panicf.c - Panic with a string -----------------------------*- C -*-===*\
|*                                                                            *|
|* Part of the deferc project, under the Apache License v2.0 with LLVM        *|
|* Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception        *|
|*                                                                            *|
|*===----------------------------------------------------------------------===*|
|*                                                                            *|
|* panicf(): the value is a string of C, whose text the value owns.           *|
|*                                                                            *|
\*===----------------------------------------------------------------------===*/

#include "deferc/panic.h"
#include "support/TextSection.h"

#include <stdarg.h>
#include <stdio.h>

struct Whole {
  struct __deferc_value Head;
  const char *String;
  char Text[];
};

_Noreturn void deferc_panicf(const char *Format, ...) {
  va_list Arguments;
  va_start(Arguments, Format);
  int Size = vsnprintf(NULL, 0, Format, Arguments);
  va_end(Arguments);
  if (Size < 0)
    __deferc_panic_S(Format);
  struct Whole *W = (struct Whole *)__deferc_valuenew(
      sizeof(struct Whole) + (size_t)Size + 1, _Alignof(struct Whole));
  va_start(Arguments, Format);
  vsnprintf(W->Text, (size_t)Size + 1, Format, Arguments);
  va_end(Arguments);
  W->String = W->Text;
  W->Head.kind = DEFER_STRING;
  W->Head.code = 'S';
  W->Head.name = "T = const char *]";
  W->Head.data = &W->String;
  W->Head.as.s = W->Text;
  __deferc_gopanic(&W->Head);
}
