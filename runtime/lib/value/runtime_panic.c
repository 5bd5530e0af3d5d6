/*===- runtime_panic.c - Panic with a runtime error ---------------*- C -*-===*\
|*                                                                            *|
|* Part of the deferc project, under the Apache License v2.0 with LLVM        *|
|* Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception        *|
|*                                                                            *|
|*===----------------------------------------------------------------------===*|
|*                                                                            *|
|* For programs and libraries that check something as the language does.      *|
|*                                                                            *|
\*===----------------------------------------------------------------------===*/

#include "deferc/abi.h"
#include "support/TextSection.h"

_Noreturn void deferc_runtime_panic(const char *Text) {
  __deferc_gopanic(__deferc_valueruntime("runtime error: ", Text));
}
