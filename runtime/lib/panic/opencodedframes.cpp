//===- opencodedframes.cpp - Pending calls of open-coded frames -----------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What a walk runs of the open-coded frames of a function. The funcdata of the
/// function says where each of them lies in the stack frame.
///
//===----------------------------------------------------------------------===//

#include "panic/Walk.h"
#include "support/Fatal.h"
#include "symbols/Symbols.h"
#include "unwind/CallSites.h"
#include "unwind/Funcdata.h"

namespace deferc {
namespace {

/// Runs the pending calls of one open-coded frame as the function's exits
/// would: the highest bit first.
bool runBits(Walk &W, FuncdataDescriptor D) {
  uint8_t *Frame = D.frame(W.Current);
  auto *DeferBits = reinterpret_cast<volatile uint8_t *>(Frame);
  while (unsigned Bits = *DeferBits) {
    unsigned I = 31 - __builtin_clz(Bits);
    if (I >= D.count())
      fatal("damaged defer bits %#x in a frame of %u deferred calls", Bits,
            D.count());
    *DeferBits = Bits & ~(1u << I);
    if (callDeferred(W, D.run(I), Frame + D.envOffset(I), Frame))
      return true;
  }
  return false;
}

} // namespace

bool runOpenCodedFrames(Walk &W, FrameRow *Row) {
  const StackFrame &F = W.Current;
  DescriptorsOf Search(F.Region, F.RegionEnd, FuncdataKindOpenCoded);
  FuncdataDescriptor D = Search.next();
  if (!D.At && isInSplitFunction(F)) {
    // Funcdata goes with the part that has the entry block.
    Search = DescriptorsOf(splitFunctionStart(F.IP), 0, FuncdataKindOpenCoded);
    D = Search.next();
  }
  if (Row)
    Row->HasFuncdata = D.At ? FrameRow::Yes : FrameRow::No;
  for (; D.At; D = Search.next())
    if (runBits(W, D))
      return true;
  return false;
}

} // namespace deferc
