/*===- defer_text.c - The text of what C has recovered ------------*- C -*-===*\
|*                                                                            *|
|* Part of the deferc project, under the Apache License v2.0 with LLVM        *|
|* Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception        *|
|*                                                                            *|
|*===----------------------------------------------------------------------===*|
|*                                                                            *|
|* What a crash report would print for the value.                             *|
|*                                                                            *|
\*===----------------------------------------------------------------------===*/

#include "deferc/recovered.h"
#include "support/TextSection.h"

const char *defer_text(const defer_recovered *R) {
  size_t Size;
  return R->__value ? __deferc_valuetext(R->__value, &Size) : "nil";
}
