/*===- panicvalue.c - panic(v) in C -------------------------------*- C -*-===*\
|*                                                                            *|
|* Part of the deferc project, under the Apache License v2.0 with LLVM        *|
|* Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception        *|
|*                                                                            *|
|*===----------------------------------------------------------------------===*|
|*                                                                            *|
|* The functions that panic(v) of C chooses from: one for each type that      *|
|* PanicTypes.def lists for C.                                                *|
|*                                                                            *|
\*===----------------------------------------------------------------------===*/

#include "deferc/panic.h"
#include "support/TextSection.h"

#include <string.h>

/* A panic value with an object of C behind its header. */
struct Whole {
  struct __deferc_value Head;
  max_align_t Object;
  char Text[]; /* Of a string that the value owns. */
};
_Static_assert(sizeof(max_align_t) >= sizeof(long double _Complex),
               "the largest type of C that panics");

static struct Whole *newWhole(size_t TextSize) {
  return (struct Whole *)__deferc_valuenew(sizeof(struct Whole) + TextSize,
                                           _Alignof(struct Whole));
}

static struct __deferc_value *fill(struct Whole *W, int Kind, char Code,
                                   const char *Name, const void *Object,
                                   size_t Size) {
  memcpy(&W->Object, Object, Size);
  W->Head.kind = Kind;
  W->Head.code = Code;
  W->Head.name = Name;
  W->Head.data = &W->Object;
  return &W->Head;
}

static struct __deferc_value *makeValue(int Kind, char Code, const char *Name,
                                        const void *Object, size_t Size) {
  return fill(newWhole(0), Kind, Code, Name, Object, Size);
}

#define PANIC(Code, Type, Kind, Member)                                        \
  _Noreturn void __deferc_panic_##Code(Type Object) {                          \
    struct __deferc_value *V =                                                 \
        makeValue(Kind, #Code[0], "T = " #Type "]", &Object, sizeof(Object));  \
    V->as.Member = Object;                                                     \
    __deferc_gopanic(V);                                                       \
  }
__DEFERC_PANIC_NUMBERS(PANIC)

#define PANIC_COMPLEX(Code, Part)                                              \
  _Noreturn void __deferc_panic_##Code(Part _Complex Object) {                 \
    struct __deferc_value *V =                                                 \
        makeValue(DEFER_COMPLEX, #Code[0], "T = _Complex " #Part "]", &Object, \
                  sizeof(Object));                                             \
    V->as.c[0] = __real__ Object;                                              \
    V->as.c[1] = __imag__ Object;                                              \
    __deferc_gopanic(V);                                                       \
  }
__DEFERC_PANIC_COMPLEX_NUMBERS(PANIC_COMPLEX)

/* A null pointer is a nil panic. */
#define PANIC_POINTER(Code, Type, Kind, Member, Name)                          \
  _Noreturn void __deferc_panic_##Code(Type Object) {                          \
    struct __deferc_value *V = NULL;                                           \
    if (Object) {                                                              \
      V = makeValue(Kind, #Code[0], "T = " Name "]", &Object, sizeof(Object)); \
      V->as.Member = Object;                                                   \
    }                                                                          \
    __deferc_gopanic(V);                                                       \
  }
__DEFERC_PANIC_POINTERS(PANIC_POINTER)

/* Panics again with a recovered value. */
_Noreturn void __deferc_panic_again(defer_recovered R) {
  if (R.__value)
    __deferc_valueretain(R.__value);
  __deferc_gopanic(R.__value);
}
