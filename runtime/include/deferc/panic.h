/*===- panic.h - panic(v) in C ------------------------------------*- C -*-===*\
|*                                                                            *|
|* Part of the deferc project, under the Apache License v2.0 with LLVM        *|
|* Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception        *|
|*                                                                            *|
|*===----------------------------------------------------------------------===*|
|*                                                                            *|
|* A part of <defer.h> for C: a function for each type of PanicTypes.def that *|
|* C knows, and the _Generic that chooses one. A type that is not in the list *|
|* must be a pointer.                                                         *|
|*                                                                            *|
\*===----------------------------------------------------------------------===*/

#ifndef DEFERC_PANIC_H
#define DEFERC_PANIC_H

#include "deferc/PanicTypes.def"
#include "deferc/recovered.h"

#define __DEFERC_DECLARE(Code, Type, ...)                                      \
  __DEFERC_NORETURN void __deferc_panic_##Code(Type __v);
#define __DEFERC_DECLARE_COMPLEX(Code, Part)                                   \
  __DEFERC_NORETURN void __deferc_panic_##Code(Part _Complex __v);
__DEFERC_PANIC_NUMBERS(__DEFERC_DECLARE)
__DEFERC_PANIC_POINTERS(__DEFERC_DECLARE)
__DEFERC_PANIC_COMPLEX_NUMBERS(__DEFERC_DECLARE_COMPLEX)
#undef __DEFERC_DECLARE
#undef __DEFERC_DECLARE_COMPLEX
__DEFERC_NORETURN void __deferc_panic_again(defer_recovered __r);

/* With less than SSE2 there are none. */
#ifdef __FLT16_MANT_DIG__
#define __DEFERC_SMALL_FLOATS                                                  \
  _Float16 : __deferc_panic_f, __bf16 : __deferc_panic_f,
#else
#define __DEFERC_SMALL_FLOATS
#endif

#define __DEFERC_CHOOSE(Code, Type, ...)                                       \
  Type:                                                                        \
  __deferc_panic_##Code,
#define __DEFERC_CHOOSE_COMPLEX(Code, Part)                                    \
  Part _Complex : __deferc_panic_##Code,
#define deferc_panic(v)                                                        \
  _Generic((v),                                                                \
      __DEFERC_PANIC_NUMBERS(__DEFERC_CHOOSE)                                  \
          __DEFERC_SMALL_FLOATS __DEFERC_PANIC_COMPLEX_NUMBERS(                \
               __DEFERC_CHOOSE_COMPLEX) char *: __deferc_panic_S,              \
      const char *: __deferc_panic_S,                                          \
      defer_recovered: __deferc_panic_again,                                   \
      default: __deferc_panic_P)(v)

#endif /* DEFERC_PANIC_H */
