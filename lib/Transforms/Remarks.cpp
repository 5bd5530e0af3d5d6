//===- Remarks.cpp - Tell what a defer became -----------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// One remark for each defer statement, in the words of Go's `-d=defer`, with
/// the reason. -Rpass=defer shows the open-coded statements,
/// -Rpass-missed=defer the others, and -Rpass-analysis=defer the numbers that
/// Go's rule uses.
///
//===----------------------------------------------------------------------===//

#include "FrameMarkers.h"
#include "deferc/Transforms/DeferPlan.h"
#include "llvm/Analysis/OptimizationRemarkEmitter.h"

using namespace llvm;

namespace deferc {

static constexpr char PassName[] = "defer";

static void emitRemark(OptimizationRemarkEmitter &ORE, const MarkDefer &Defer,
                       Tier T, StringRef Reason) {
  std::string What = (getName(T) + " defer").str();
  if (T == Tier::OpenCoded)
    return ORE.emit([&] {
      return OptimizationRemark(PassName, "OpenCoded", &Defer) << What;
    });
  const char *Name =
      T == Tier::StackRecord ? "StackAllocated" : "HeapAllocated";
  ORE.emit([&] {
    return OptimizationRemarkMissed(PassName, Name, &Defer)
           << What << ": " << ore::NV("Reason", Reason);
  });
}

void emitRemarks(const FrameMarkers &Frame, const DeferPlan &Plan) {
  // A deferred entry point is a clone: its statements have their remarks.
  if (Frame.F.hasFnAttribute(IsDeferredEntryAttr))
    return;
  OptimizationRemarkEmitter ORE(&Frame.F);
  for (auto [Defer, T, Reason] :
       zip_equal(Frame.Defers, Plan.Tiers, Plan.Reasons))
    emitRemark(ORE, *Defer, T, Reason);
  ORE.emit([&] {
    return OptimizationRemarkAnalysis(PassName, "Frame", Frame.Defers.front())
           << ore::NV("Defers", unsigned(Frame.Defers.size()))
           << (Frame.Defers.size() == 1 ? " defer, " : " defers, ")
           << ore::NV("Returns", Plan.Returns)
           << (Plan.Returns == 1 ? " return" : " returns");
  });
}

} // namespace deferc
