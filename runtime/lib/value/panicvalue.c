/*===- panicvalue.c - panic(v) in C -------------------------------*- C -*-===*\
|*                                                                            *|
|* Part of the deferc project, under the Apache License v2.0 with LLVM        *|
|* Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception        *|
|*                                                                            *|
|*===----------------------------------------------------------------------===*|
|*                                                                            *|
|* What the _Generic of <defer.h> chooses from: a function for each type that *|
|* panics with a box of it. The box keeps the type, so that C++ code that     *|
|* recovers finds an int where C said int.                                    *|
|*                                                                            *|
\*===----------------------------------------------------------------------===*/

#include "defer.h"
#include "support/TextSection.h"
#include "value/ValueMemory.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct Whole {
  struct __deferc_box Head;
  max_align_t Value;
  char Text[]; /* Of a string that the box owns. */
};
_Static_assert(sizeof(max_align_t) >= sizeof(long double _Complex),
               "the largest type of C that panics");

static struct Whole *newWhole(size_t TextSize) {
  return (struct Whole *)__deferc_boxnew(sizeof(struct Whole) + TextSize,
                                         _Alignof(struct Whole));
}

/* A box with the value behind its header. */
static struct __deferc_box *fill(struct Whole *W, int Kind, char Code,
                                 const char *Name, const void *Value,
                                 size_t Size) {
  memcpy(&W->Value, Value, Size);
  W->Head.kind = Kind;
  W->Head.code = Code;
  W->Head.name = Name;
  W->Head.data = &W->Value;
  return &W->Head;
}

static struct __deferc_box *box(int Kind, char Code, const char *Name,
                                const void *Value, size_t Size) {
  return fill(newWhole(0), Kind, Code, Name, Value, Size);
}

#define PANIC(Code, CodeChar, Type, Kind, Field)                               \
  _Noreturn void __deferc_panic_##Code(Type Value) {                           \
    struct __deferc_box *B =                                                   \
        box(Kind, CodeChar, "T = " #Type "]", &Value, sizeof(Value));          \
    B->as.Field = Value;                                                       \
    __deferc_gopanic(B);                                                       \
  }

PANIC(b, 'b', bool, DEFER_BOOL, b)
PANIC(c, 'c', char, DEFER_INT, i)
PANIC(a, 'a', signed char, DEFER_INT, i)
PANIC(h, 'h', unsigned char, DEFER_UINT, u)
PANIC(s, 's', short, DEFER_INT, i)
PANIC(t, 't', unsigned short, DEFER_UINT, u)
PANIC(i, 'i', int, DEFER_INT, i)
PANIC(j, 'j', unsigned, DEFER_UINT, u)
PANIC(l, 'l', long, DEFER_INT, i)
PANIC(m, 'm', unsigned long, DEFER_UINT, u)
PANIC(x, 'x', long long, DEFER_INT, i)
PANIC(y, 'y', unsigned long long, DEFER_UINT, u)
PANIC(n, 'n', __int128, DEFER_OTHER, i)
PANIC(o, 'o', unsigned __int128, DEFER_OTHER, u)
PANIC(f, 'f', float, DEFER_FLOAT, f)
PANIC(d, 'd', double, DEFER_FLOAT, f)
PANIC(e, 'e', long double, DEFER_FLOAT, f)

#define PANIC_COMPLEX(Code, CodeChar, Part)                                    \
  _Noreturn void __deferc_panic_##Code(Part _Complex Value) {                  \
    struct __deferc_box *B =                                                   \
        box(DEFER_COMPLEX, CodeChar, "T = _Complex " #Part "]", &Value,        \
            sizeof(Value));                                                    \
    B->as.c[0] = __real__ Value;                                               \
    B->as.c[1] = __imag__ Value;                                               \
    __deferc_gopanic(B);                                                       \
  }

PANIC_COMPLEX(F, 'F', float)
PANIC_COMPLEX(D, 'D', double)
PANIC_COMPLEX(E, 'E', long double)

_Noreturn void __deferc_panic_S(const char *Value) {
  if (!Value)
    __deferc_gopanic(NULL);
  struct __deferc_box *B =
      box(DEFER_STRING, 'S', "T = const char *]", &Value, sizeof(Value));
  B->as.s = Value;
  __deferc_gopanic(B);
}

_Noreturn void __deferc_panic_P(const void *Value) {
  if (!Value)
    __deferc_gopanic(NULL);
  struct __deferc_box *B =
      box(DEFER_POINTER, 'P', "T = void *]", &Value, sizeof(Value));
  B->as.p = Value;
  __deferc_gopanic(B);
}

/* Panics again with a recovered value. */
_Noreturn void __deferc_panic_again(defer_recovered R) {
  if (R.__box)
    __deferc_boxretain(R.__box);
  __deferc_gopanic(R.__box);
}

_Noreturn void deferc_panicf(const char *Format, ...) {
  va_list Arguments;
  va_start(Arguments, Format);
  int Size = vsnprintf(NULL, 0, Format, Arguments);
  va_end(Arguments);
  if (Size < 0)
    __deferc_panic_S(Format);
  struct Whole *W = newWhole((size_t)Size + 1);
  va_start(Arguments, Format);
  vsnprintf(W->Text, (size_t)Size + 1, Format, Arguments);
  va_end(Arguments);
  const char *Value = W->Text;
  struct __deferc_box *B =
      fill(W, DEFER_STRING, 'S', "T = const char *]", &Value, sizeof(Value));
  B->as.s = Value;
  __deferc_gopanic(B);
}

_Noreturn void deferc_runtime_panic(const char *Text) {
  static const char Prefix[] = "runtime error: ";
  size_t Size = strlen(Text);
  char *Whole = (char *)__deferc_valuememory(sizeof Prefix + Size, 1);
  if (!Whole)
    __deferc_gopanic(__deferc_boxruntime("runtime error"));
  memcpy(mempcpy(Whole, Prefix, sizeof Prefix - 1), Text, Size + 1);
  struct __deferc_box *B = __deferc_boxruntime(Whole);
  __deferc_releasevalue(Whole);
  __deferc_gopanic(B);
}

/*===-- recover() in C ----------------------------------------------------===*/

defer_recovered __deferc_recover(void *Token) {
  struct __deferc_box *B = __deferc_gorecover(Token);
  defer_recovered R = {.kind = DEFER_NONE, .__box = B};
  if (!B)
    return R;
  R.kind = B->kind;
  _Static_assert(sizeof(R.c) == sizeof(B->as), "the largest member");
  memcpy(&R.c, &B->as, sizeof(R.c));
  return R;
}

const char *defer_text(const defer_recovered *R) {
  size_t Size;
  return R->__box ? __deferc_boxtext(R->__box, &Size) : "nil";
}

void defer_retain(const defer_recovered *R) {
  if (R->__box)
    __deferc_boxretain(R->__box);
}

void defer_release(const defer_recovered *R) {
  if (R->__box)
    __deferc_boxrelease(R->__box);
}
