//===- deferprocStack.cpp - Link a record of the caller's frame -----------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
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

namespace {

inline void link(Frame *F, void *Env, RunHalf Run, uint32_t Segment) {
  Record *R = Record::of(Env);
  R->Run = Run;
  R->Segment = Segment;
  R->SizeClass = 0;
  R->Link = F->Head;
  F->Head = R;
}

/// The first record of a frame. Apart, so that the others need no prologue.
__attribute__((noinline)) void linkFirst(Frame *F, void *Env, RunHalf Run,
                                         uint32_t Segment, const void *PC) {
  pushFrame(thisG(), F, PC);
  link(F, Env, Run, Segment);
}

} // namespace

/// Makes the record the newest of the frame. A few instructions, and an entry
/// in the g the first time; does not lock or unwind.
extern "C" void __deferc_deferprocStack(Frame *F, void *Env, RunHalf Run,
                                        uint32_t Segment) noexcept {
  if (!F->Cookie)
    return linkFirst(F, Env, Run, Segment, __builtin_return_address(0));
  link(F, Env, Run, Segment);
}
