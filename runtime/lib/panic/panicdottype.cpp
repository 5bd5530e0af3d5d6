//===- panicdottype.cpp - The panic of a failed type assertion ------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What `as<T>()` of a recovered value does when the value is not a T: it
/// panics as Go's `v.(T)` does, with a runtime error that names both types.
///
//===----------------------------------------------------------------------===//

#include "value/KeptText.h"
#include "value/Value.h"

using namespace deferc;

namespace {

void addName(TextBuffer &B, const char *Holder) {
  TypeName Name = typeName(Holder);
  B.add(Name.Start, Name.Size);
}

void add(TextBuffer &B, const char *S) { B.add(S, strlen(S)); }

} // namespace

extern "C" void __deferc_panicdottype(const __deferc_value *Value,
                                      const char *Wanted) {
  TextBuffer B;
  add(B, "interface conversion: interface {} is ");
  if (!Value)
    add(B, "nil");
  else if (Value->name)
    addName(B, Value->name);
  else
    add(B, "of another type");
  add(B, ", not ");
  addName(B, Wanted);
  __deferc_value *Error = __deferc_valueruntime("", B.Content->Characters);
  __deferc_freevaluememory(B.Content);
  __deferc_gopanic(Error);
}
