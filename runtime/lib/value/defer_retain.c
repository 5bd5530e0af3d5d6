/*===- defer_retain.c - Keep what C has recovered -----------------*- C -*-===*\
|*                                                                            *|
|* Part of the deferc project, under the Apache License v2.0 with LLVM        *|
|* Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception        *|
|*                                                                            *|
|*===----------------------------------------------------------------------===*|
|*                                                                            *|
|* Makes C a holder of the value, beside the panic.                           *|
|*                                                                            *|
\*===----------------------------------------------------------------------===*/

#include "deferc/recovered.h"
#include "support/TextSection.h"

void defer_retain(const defer_recovered *R) {
  if (R->__value)
    __deferc_valueretain(R->__value);
}
