/*===- Config.h - Visibility and branch hints ---------------------*- C -*-===*\
|*                                                                            *|
|* Part of the deferc project, under the Apache License v2.0 with LLVM        *|
|* Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception        *|
|*                                                                            *|
|*===----------------------------------------------------------------------===*|
|*                                                                            *|
|* What every file of the runtime needs of its compiler. Includes             *|
|* TextSection.h, by which the code of the file lies in the runtime's         *|
|* section.                                                                   *|
|*                                                                            *|
\*===----------------------------------------------------------------------===*/

#ifndef DEFERC_RUNTIME_SUPPORT_CONFIG_H
#define DEFERC_RUNTIME_SUPPORT_CONFIG_H

#include "support/TextSection.h"

/* Not exported by the shared runtime. A header says so at each declaration that
   a source defines: the same attribute of a namespace does not reach a
   definition outside of that namespace's block. */
#define DEFERC_HIDDEN __attribute__((visibility("hidden")))
#define DEFERC_LIKELY(X) __builtin_expect(!!(X), 1)
#define DEFERC_UNLIKELY(X) __builtin_expect(!!(X), 0)

#endif /* DEFERC_RUNTIME_SUPPORT_CONFIG_H */
