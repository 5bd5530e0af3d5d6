//===- deferprocStack.cpp - Link a record of the caller's frame -----------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `deferprocStack`: a defer statement that runs at most once, in a function
/// that is not open-coded. The record is a variable of that function, and the
/// environment follows the record.
///
//===----------------------------------------------------------------------===//

#include "g/G.h"
#include "support/EntryPoints.h"

using namespace deferc;

namespace {

inline void link(DeferFrame *F, void *Env, RunHalf Run, uint32_t Segment) {
  Record *R = Record::of(Env);
  R->Run = Run;
  R->Segment = Segment;
  R->SizeClass = 0;
  R->Link = F->Head;
  F->Head = R;
}

/// Links the first record of a frame. Not inlined, so that the other records
/// are linked without a prologue.
__attribute__((noinline)) void linkFirst(DeferFrame *F, void *Env, RunHalf Run,
                                         uint32_t Segment, const void *PC) {
  pushFrame(thisG(), F, PC);
  link(F, Env, Run, Segment);
}

} // namespace

/// Makes the stack record of this environment the newest pending one of the
/// frame.
///
/// A few instructions. The first call in a frame registers the frame, which may
/// allocate; out of memory is a fatal error. Does not lock or unwind.
extern "C" void __deferc_deferprocStack(DeferFrame *F, void *Env, RunHalf Run,
                                        uint32_t Segment) noexcept {
  if (!F->Cookie)
    return linkFirst(F, Env, Run, Segment, __builtin_return_address(0));
  link(F, Env, Run, Segment);
}
