//===- deferprocStack.cpp - Link a record of the caller's frame --------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `deferprocStack`: a defer statement that runs at most once, in a function
/// that is not open-coded. The record stands in the frame, before the
/// environment.
///
//===----------------------------------------------------------------------===//

#include "Runtime.h"

using namespace deferc;

/// Makes the record the newest of the frame. A few instructions, and an entry in
/// the g the first time; does not lock or unwind.
extern "C" void __deferc_deferprocStack(Frame *F, void *Env, RunHalf Run,
                                        uint32_t Segment) noexcept {
  if (!F->Cookie)
    pushFrame(thisG(), F, __builtin_return_address(0));
  Record *R = Record::of(Env);
  R->Run = Run;
  R->Segment = Segment;
  R->SizeClass = 0;
  R->Link = F->Head;
  F->Head = R;
}
