//===- box.cpp - The value of a panic -------------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Boxes: making, sharing and freeing them, and the text that a crash report
/// prints for one, which is Go's (test/Conformance 130 to 134): numbers in
/// decimal, floating point as `+2.500000e+000`, complex numbers as two of these
/// in brackets, strings as they are, errors by what they say, `Code(7)` for an
/// enumeration, `(Type) 0xaddress` for what has no text.
///
//===----------------------------------------------------------------------===//

#include "support/Fatal.h"
#include "value/Value.h"
#include "value/ValueMemory.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

namespace deferc {
namespace {

/// A text and its size, as `cached` points at the text.
struct Text {
  size_t Size;
  char Characters[1];
};

/// Room for a text that grows.
struct Buffer {
  Text *Content = nullptr;
  size_t Capacity = 0; ///< Of characters, with the 0 at the end.

  void add(const char *S, size_t Size) {
    size_t Old = Content ? Content->Size : 0;
    if (Old + Size + 1 > Capacity)
      grow(Old, 2 * (Old + Size) + 32);
    memcpy(Content->Characters + Old, S, Size);
    Content->Size = Old + Size;
    Content->Characters[Content->Size] = 0;
  }

private:
  void grow(size_t Used, size_t NewCapacity) {
    auto *More = static_cast<Text *>(__deferc_valuememory(
        offsetof(Text, Characters) + NewCapacity, alignof(Text)));
    if (!More)
      fatal("out of memory: cannot print the value of a panic");
    if (Content)
      memcpy(More->Characters, Content->Characters, Used);
    __deferc_releasevalue(Content);
    Content = More;
    Capacity = NewCapacity;
  }
};

void addToBuffer(void *Context, const char *S, size_t Size) {
  static_cast<Buffer *>(Context)->add(S, Size);
}

char *cachedText(const char *S, size_t Size) {
  Buffer B;
  B.add(S, Size);
  return B.Content->Characters;
}

Text *textOfCache(char *Cached) {
  return reinterpret_cast<Text *>(Cached - offsetof(Text, Characters));
}

/// The type's name: what stands between "T = " and the last "]".
void nameOf(const __deferc_box *Box, const char *&Name, size_t &Size) {
  Name = Box->name ? strstr(Box->name, "T = ") : nullptr;
  if (!Name) {
    Name = "value";
    Size = 5;
    return;
  }
  Name += 4;
  Size = strcspn(Name, ";");
  if (const char *End = strrchr(Name, ']'); End && size_t(End - Name) < Size)
    Size = End - Name;
}

/// Go's form: a sign, seven digits, an exponent of three digits. Digit by digit
/// as Go 1.19 does it (printfloat), errors of its arithmetic included: half a
/// unit of the last place is added, and the rest cut off.
int formatFloat(char *Out, size_t Room, double Value) {
  if (isnan(Value))
    return snprintf(Out, Room, "NaN");
  if (isinf(Value))
    return snprintf(Out, Room, Value > 0 ? "+Inf" : "-Inf");
  constexpr int Digits = 7;
  const char Sign = signbit(Value) ? '-' : '+';
  double Rest = fabs(Value);
  int Exponent = 0;
  if (Rest != 0) {
    for (; Rest >= 10; Rest /= 10)
      ++Exponent;
    for (; Rest < 1; Rest *= 10)
      --Exponent;
    double Half = 5;
    for (int I = 0; I != Digits; ++I)
      Half /= 10;
    Rest += Half;
    if (Rest >= 10) {
      ++Exponent;
      Rest /= 10;
    }
  }
  char Number[Digits + 1] = {};
  for (int I = 0; I != Digits; ++I) {
    int Whole = static_cast<int>(Rest);
    Number[I] = static_cast<char>('0' + Whole);
    Rest = (Rest - Whole) * 10;
  }
  return snprintf(Out, Room, "%c%c.%se%c%03d", Sign, Number[0], Number + 1,
                  Exponent < 0 ? '-' : '+', abs(Exponent));
}

/// An integer of 128 bits, which is with the value only.
bool isLargeInteger(const __deferc_box *Box) {
  return Box->code == 'n' || Box->code == 'o';
}

unsigned __int128 largeInteger(const __deferc_box *Box) {
  return *static_cast<const unsigned __int128 *>(Box->data);
}

int formatLargeInteger(char *Out, size_t Room, unsigned __int128 Value,
                       bool Negative) {
  char Digits[40]; // 2^128 has 39.
  char *First = Digits + sizeof Digits - 1;
  *First = 0;
  do
    *--First = static_cast<char>('0' + static_cast<int>(Value % 10));
  while (Value /= 10);
  return snprintf(Out, Room, "%s%s", Negative ? "-" : "", First);
}

int formatComplex(char *Out, size_t Room, const double (&Parts)[2]) {
  char Real[40], Imaginary[40];
  formatFloat(Real, sizeof Real, Parts[0]);
  formatFloat(Imaginary, sizeof Imaginary, Parts[1]);
  return snprintf(Out, Room, "(%s%si)", Real, Imaginary);
}

int formatScalar(const __deferc_box *Box, char *Out, size_t Room) {
  switch (Box->kind) {
  case DEFER_BOOL:
    return snprintf(Out, Room, Box->as.b ? "true" : "false");
  case DEFER_INT:
    return snprintf(Out, Room, "%" PRIdMAX, Box->as.i);
  case DEFER_UINT:
    return snprintf(Out, Room, "%" PRIuMAX, Box->as.u);
  case DEFER_FLOAT:
    return formatFloat(Out, Room, Box->as.f);
  case DEFER_COMPLEX:
    return formatComplex(Out, Room, Box->as.c);
  case DEFER_POINTER:
    return snprintf(Out, Room, "%#" PRIxPTR,
                    reinterpret_cast<uintptr_t>(Box->as.p));
  default:
    if (isLargeInteger(Box)) {
      unsigned __int128 Value = largeInteger(Box);
      bool Negative = Box->code == 'n' && static_cast<__int128>(Value) < 0;
      return formatLargeInteger(Out, Room, Negative ? -Value : Value, Negative);
    }
    return snprintf(Out, Room, "%#" PRIxPTR,
                    reinterpret_cast<uintptr_t>(Box->data));
  }
}

/// Of an enumeration: its type has no code.
bool isNamedNumber(const __deferc_box *Box) {
  return !Box->code && (Box->kind == DEFER_BOOL || Box->kind == DEFER_INT ||
                        Box->kind == DEFER_UINT);
}

} // namespace

int sendText(const __deferc_box *Box, __deferc_sink Sink,
             void *Context) noexcept {
  if (Box->cached) {
    Sink(Context, Box->cached, textOfCache(Box->cached)->Size);
    return 0;
  }
  if (Box->text)
    return Box->text(Box, Sink, Context);
  if (Box->kind == DEFER_STRING) {
    Sink(Context, Box->as.s, strlen(Box->as.s));
    return 0;
  }
  char Number[80];
  int Size = formatScalar(Box, Number, sizeof Number);
  const char *Name;
  size_t NameSize;
  nameOf(Box, Name, NameSize);
  if (isNamedNumber(Box)) {
    Sink(Context, Name, NameSize);
    Sink(Context, "(", 1);
    Sink(Context, Number, Size);
    Sink(Context, ")", 1);
    return 0;
  }
  if ((Box->kind == DEFER_OTHER && !isLargeInteger(Box)) ||
      (Box->kind == DEFER_POINTER && Box->name)) {
    Sink(Context, "(", 1);
    Sink(Context, Name, NameSize);
    Sink(Context, ") ", 2);
  }
  Sink(Context, Number, Size);
  return 0;
}

void sendPreparedText(const __deferc_box *Box, __deferc_sink Sink,
                      void *Context) noexcept {
  if (!Box->text || __atomic_load_n(&Box->cached, __ATOMIC_ACQUIRE)) {
    sendText(Box, Sink, Context);
    return;
  }
  const char *Name;
  size_t Size;
  nameOf(Box, Name, Size);
  Sink(Context, "(", 1);
  Sink(Context, Name, Size);
  Sink(Context, ")", 1);
}

const char *keepText(__deferc_box *Box, size_t &Size, bool *Threw) noexcept {
  char *Cached = __atomic_load_n(&Box->cached, __ATOMIC_ACQUIRE);
  if (!Cached) {
    Buffer B;
    int Status = sendText(Box, addToBuffer, &B);
    if (Threw)
      *Threw = Status != 0;
    B.add("", 0);
    char *Mine = B.Content->Characters;
    if (__atomic_compare_exchange_n(&Box->cached, &Cached, Mine, false,
                                    __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
      Cached = Mine;
    else
      __deferc_releasevalue(B.Content);
  }
  Size = textOfCache(Cached)->Size;
  return Cached;
}

extern "C" DEFERC_HIDDEN bool __deferc_saytext(__deferc_box *Box) {
  bool Threw = false;
  size_t Size;
  keepText(Box, Size, &Threw);
  return Threw;
}

bool isIdentical(const __deferc_box *A, const __deferc_box *B) noexcept {
  if (A == B)
    return true;
  if (!A->code || A->code != B->code || A->kind == DEFER_RUNTIME_ERROR)
    return false;
  switch (A->kind) {
  case DEFER_BOOL:
    return A->as.b == B->as.b;
  case DEFER_STRING:
    return A->as.s == B->as.s;
  case DEFER_POINTER:
    return A->as.p == B->as.p;
  case DEFER_FLOAT:
    return A->as.f == B->as.f;
  case DEFER_COMPLEX:
    return A->as.c[0] == B->as.c[0] && A->as.c[1] == B->as.c[1];
  case DEFER_OTHER:
    return isLargeInteger(A) && largeInteger(A) == largeInteger(B);
  default:
    return A->as.u == B->as.u;
  }
}

} // namespace deferc

using namespace deferc;

extern "C" {

__deferc_box *__deferc_boxnew(size_t Size, size_t Align) {
  void *Memory = __deferc_valuememory(Size, Align);
  if (!Memory)
    fatal("out of memory: cannot keep the value of a panic");
  auto *Box =
      static_cast<__deferc_box *>(memset(Memory, 0, sizeof(__deferc_box)));
  Box->refs = 1;
  return Box;
}

void __deferc_boxretain(__deferc_box *Box) {
  __atomic_add_fetch(&Box->refs, 1, __ATOMIC_RELAXED);
}

void __deferc_boxrelease(__deferc_box *Box) {
  if (__atomic_sub_fetch(&Box->refs, 1, __ATOMIC_ACQ_REL) != 0)
    return;
  if (Box->object && Box->drop)
    Box->drop(Box->object);
  if (Box->destroy)
    Box->destroy(Box);
  if (Box->cached)
    __deferc_releasevalue(textOfCache(Box->cached));
  __deferc_releasevalue(Box);
}

__deferc_box *__deferc_boxruntime(const char *Text) {
  __deferc_box *Box =
      __deferc_boxnew(sizeof(__deferc_box), alignof(__deferc_box));
  Box->kind = DEFER_RUNTIME_ERROR;
  Box->code = 'R';
  Box->name = "T = defer_runtime_error]";
  Box->cached = cachedText(Text, strlen(Text));
  return Box;
}

const char *__deferc_boxtext(__deferc_box *Box, size_t *Size) {
  return keepText(Box, *Size);
}

void *__deferc_boxattach(__deferc_box *Box, void *Object,
                         void (*Drop)(void *)) {
  void *Has = nullptr;
  Box->drop = Drop;
  if (__atomic_compare_exchange_n(&Box->object, &Has, Object, false,
                                  __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
    return Object;
  return Has;
}

} // extern "C"
