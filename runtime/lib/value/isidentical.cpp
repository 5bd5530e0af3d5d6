//===- isidentical.cpp - Whether two panic values are equal ---------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A panic that is raised again with an equal value is printed once, as
/// `[recovered, repanicked]`. Numbers, strings and pointers can be compared
/// here; an object of C++ is equal to nothing but itself.
///
//===----------------------------------------------------------------------===//

#include "value/Value.h"

namespace deferc {

bool isIdentical(const __deferc_value *A, const __deferc_value *B) noexcept {
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
