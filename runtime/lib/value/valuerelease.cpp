//===- valuerelease.cpp - End a share of a panic value --------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The last share ends the object, its text and its memory.
///
//===----------------------------------------------------------------------===//

#include "value/KeptText.h"
#include "value/Value.h"
#include "value/ValueMemory.h"

using namespace deferc;

extern "C" void __deferc_valuerelease(__deferc_value *Value) {
  if (__atomic_sub_fetch(&Value->refs, 1, __ATOMIC_ACQ_REL) != 0)
    return;
  if (Value->object && Value->drop)
    Value->drop(Value->object);
  if (Value->destroy)
    Value->destroy(Value);
  if (Value->cached)
    __deferc_freevaluememory(textOfCache(Value->cached));
  __deferc_freevaluememory(Value);
}
