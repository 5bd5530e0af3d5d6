//===- deferproc.cpp - Link a heap record ---------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `deferproc`: the second half of a defer statement that can run more than
/// once. newdefer is the first.
///
//===----------------------------------------------------------------------===//

#include "g/Record.h"
#include "support/EntryPoints.h"

using namespace deferc;

/// Makes the record of this environment, which newdefer has returned, the
/// newest pending one of the frame.
///
/// A few instructions. Does not allocate, lock or unwind.
extern "C" void __deferc_deferproc(DeferFrame *F, void *Env, RunHalf Run,
                                   uint32_t Segment) noexcept {
  Record *R = Record::of(Env);
  R->Run = Run;
  R->Segment = Segment;
  R->Link = F->Head;
  F->Head = R;
}
