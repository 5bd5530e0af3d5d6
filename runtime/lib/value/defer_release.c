/*===- defer_release.c - Give back what C has kept ----------------*- C -*-===*\
|*                                                                            *|
|* Part of the deferc project, under the Apache License v2.0 with LLVM        *|
|* Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception        *|
|*                                                                            *|
|*===----------------------------------------------------------------------===*|
|*                                                                            *|
|* The opposite of defer_retain().                                            *|
|*                                                                            *|
\*===----------------------------------------------------------------------===*/

#include "deferc/recovered.h"
#include "support/TextSection.h"

void defer_release(const defer_recovered *R) {
  if (R->__value)
    __deferc_valuerelease(R->__value);
}
