//===- deferproc.cpp - Link a heap record ---------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `deferproc`: the second half of a defer statement that can run more than
/// once; newdefer is the first.
///
//===----------------------------------------------------------------------===//

#include "Runtime.h"

using namespace deferc;

/// Makes the record the newest of the frame. A few instructions; does not
/// allocate, lock or unwind. newdefer has registered the frame.
extern "C" void __deferc_deferproc(Frame *F, void *Env, RunHalf Run,
                                   uint32_t Segment) noexcept {
  Record *R = Record::of(Env);
  R->Run = Run;
  R->Segment = Segment;
  R->Link = F->Head;
  F->Head = R;
}
