//===- valueattach.cpp - Give a panic value its C++ object ----------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Two threads may ask for the object of one value at the same time. The first
/// object stays.
///
//===----------------------------------------------------------------------===//

#include "value/Value.h"

extern "C" void *__deferc_valueattach(__deferc_value *Value, void *Object,
                                      void (*Drop)(void *)) {
  void *Has = nullptr;
  Value->drop = Drop;
  if (__atomic_compare_exchange_n(&Value->object, &Has, Object, false,
                                  __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
    return Object;
  return Has;
}
