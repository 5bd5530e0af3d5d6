//===- sendtext.cpp - The text of a panic value ---------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The text that a crash report prints for a value. It is Go's text
/// (test/Conformance 130 to 134):
///
///   integers          in decimal
///   floating point    +2.500000e+000
///   complex numbers   (+1.000000e+000+2.000000e+000i)
///   strings           as they are
///   enumerations      Code(7)
///   objects           the text that they say themselves, an error's first
///   all others        (Type) 0xaddress
///
//===----------------------------------------------------------------------===//

#include "value/KeptText.h"
#include "value/Value.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

namespace deferc {
namespace {

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

int formatScalar(const __deferc_value *Value, char *Out, size_t Room) {
  switch (Value->kind) {
  case DEFER_BOOL:
    return snprintf(Out, Room, Value->as.b ? "true" : "false");
  case DEFER_INT:
    return snprintf(Out, Room, "%" PRIdMAX, Value->as.i);
  case DEFER_UINT:
    return snprintf(Out, Room, "%" PRIuMAX, Value->as.u);
  case DEFER_FLOAT:
    return formatFloat(Out, Room, Value->as.f);
  case DEFER_COMPLEX:
    return formatComplex(Out, Room, Value->as.c);
  case DEFER_POINTER:
    return snprintf(Out, Room, "%#" PRIxPTR,
                    reinterpret_cast<uintptr_t>(Value->as.p));
  default:
    if (isLargeInteger(Value)) {
      unsigned __int128 Bits = largeInteger(Value);
      bool Negative = Value->code == 'n' && static_cast<__int128>(Bits) < 0;
      return formatLargeInteger(Out, Room, Negative ? -Bits : Bits, Negative);
    }
    return snprintf(Out, Room, "%#" PRIxPTR,
                    reinterpret_cast<uintptr_t>(Value->data));
  }
}

/// Whether the value is of an enumeration: its type has no code.
bool isNamedNumber(const __deferc_value *Value) {
  return !Value->code &&
         (Value->kind == DEFER_BOOL || Value->kind == DEFER_INT ||
          Value->kind == DEFER_UINT);
}

} // namespace

TypeName typeName(const char *Holder) noexcept {
  constexpr char Before[] = "T = ";
  const char *Name = Holder ? strstr(Holder, Before) : nullptr;
  if (!Name)
    return {"value", 5};
  Name += sizeof Before - 1;
  size_t Size = strcspn(Name, ";");
  if (const char *End = strrchr(Name, ']'); End && size_t(End - Name) < Size)
    Size = End - Name;
  return {Name, Size};
}

int sendText(const __deferc_value *Value, __deferc_sink Sink,
             void *Context) noexcept {
  if (Value->cached) {
    Sink(Context, Value->cached, textOfCache(Value->cached)->Size);
    return 0;
  }
  if (Value->text)
    return Value->text(Value, Sink, Context);
  if (Value->kind == DEFER_STRING) {
    Sink(Context, Value->as.s, strlen(Value->as.s));
    return 0;
  }
  char Number[80];
  int Size = formatScalar(Value, Number, sizeof Number);
  TypeName Type = typeName(Value->name);
  if (isNamedNumber(Value)) {
    Sink(Context, Type.Start, Type.Size);
    Sink(Context, "(", 1);
    Sink(Context, Number, Size);
    Sink(Context, ")", 1);
    return 0;
  }
  if ((Value->kind == DEFER_OTHER && !isLargeInteger(Value)) ||
      (Value->kind == DEFER_POINTER && Value->name)) {
    Sink(Context, "(", 1);
    Sink(Context, Type.Start, Type.Size);
    Sink(Context, ") ", 2);
  }
  Sink(Context, Number, Size);
  return 0;
}

void sendPreparedText(const __deferc_value *Value, __deferc_sink Sink,
                      void *Context) noexcept {
  if (!Value->text || __atomic_load_n(&Value->cached, __ATOMIC_ACQUIRE)) {
    sendText(Value, Sink, Context);
    return;
  }
  TypeName Type = typeName(Value->name);
  Sink(Context, "(", 1);
  Sink(Context, Type.Start, Type.Size);
  Sink(Context, ")", 1);
}

} // namespace deferc
