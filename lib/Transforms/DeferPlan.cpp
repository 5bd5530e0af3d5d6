//===- DeferPlan.cpp - Decide each defer's tier ---------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Go's rules for the three tiers (cmd/compile: walk and ssagen). A frontend
/// may say whether a defer statement is in a loop. A statement also counts as
/// repeated when it lies on a cycle of the control-flow graph or behind a
/// setjmp, whatever the frontend says: one record cannot be linked twice.
///
//===----------------------------------------------------------------------===//

#include "deferc/Transforms/DeferPlan.h"
#include "FrameMarkers.h"
#include "RecoveryPath.h"
#include "deferc/Contract/Layout.h"
#include "llvm/ADT/DepthFirstIterator.h"
#include "llvm/ADT/SCCIterator.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;

namespace deferc {
namespace {

enum class ForcedTier { None, Open, Stack, Heap };

cl::opt<ForcedTier> ForceTier(
    "defer-force", cl::desc("Implement every defer in one way, where possible"),
    cl::init(ForcedTier::None),
    cl::values(clEnumValN(ForcedTier::None, "none", "as the policy says"),
               clEnumValN(ForcedTier::Open, "open", "open-coded"),
               clEnumValN(ForcedTier::Stack, "stack", "a record in the frame"),
               clEnumValN(ForcedTier::Heap, "heap", "a record of the pool")));

enum class DeferPolicy { Go, Extended };

cl::opt<DeferPolicy>
    Policy("defer-policy", cl::desc("When a defer may be open-coded"),
           cl::init(DeferPolicy::Go),
           cl::values(clEnumValN(DeferPolicy::Go, "go", "as in Go"),
                      clEnumValN(DeferPolicy::Extended, "extended",
                                 "whatever the number of returns")));

cl::opt<bool> SplitCode(
    "defer-split-code", cl::init(false),
    cl::desc("Code generation splits functions: a panic may not find the "
             "funcdata of a part"));

/// Go's limit for returns x defers, which bounds the code at the exits. (Go's
/// maxOpenDefers, the number of bits in a byte, is layout::OpenCodedMaxDefers.)
constexpr unsigned MaxReturnsTimesDefers = 15;

/// Code that can run more than once in one activation: cycles, and what follows
/// a setjmp, since a longjmp returns there.
class RepeatedCode {
public:
  explicit RepeatedCode(const Function &F) {
    for (auto It = scc_begin(&F); !It.isAtEnd(); ++It)
      if (It.hasCycle())
        Blocks.insert((*It).begin(), (*It).end());
    if (!F.callsFunctionThatReturnsTwice())
      return;
    for (const Instruction &I : instructions(F))
      if (auto *Call = dyn_cast<CallBase>(&I);
          Call && Call->hasFnAttr(Attribute::ReturnsTwice)) {
        ReturnTwice.push_back(Call);
        for (const BasicBlock *Next : successors(Call->getParent()))
          Blocks.insert_range(depth_first(Next));
      }
  }

  bool contains(const Instruction *I) const {
    return Blocks.contains(I->getParent()) ||
           any_of(ReturnTwice, [&](const CallBase *Call) {
             return Call->getParent() == I->getParent() && Call->comesBefore(I);
           });
  }

private:
  SmallPtrSet<const BasicBlock *, 16> Blocks;
  SmallVector<const CallBase *, 2> ReturnTwice;
};

/// The frontend's count; without one, the number of edges into returns.
unsigned countReturns(const FrameMarkers &Frame) {
  if (int64_t Count = Frame.Frame->getReturnCount(); Count >= 0)
    return Count;
  unsigned Count = 0;
  for (const BasicBlock &BB : Frame.F)
    if (isa<ReturnInst>(BB.getTerminator()) &&
        !BB.getTerminator()->hasMetadata(RecoveryReturn))
      Count += std::max<unsigned>(1, pred_size(&BB));
  return Count;
}

/// Why the frame cannot be open-coded, even when -defer-force asks for it;
/// empty when it can.
std::string whyImpossible(const FrameMarkers &Frame, ArrayRef<bool> CanRepeat) {
  const Function &F = Frame.F;
  const Module &M = *F.getParent();
  if (Triple(M.getTargetTriple()).getArch() != Triple::x86_64 &&
      !M.getTargetTriple().getTriple().empty())
    return "open-coded defers need x86-64";
  if (F.callsFunctionThatReturnsTwice())
    return "the function calls setjmp or the like";
  if (is_contained(CanRepeat, true))
    return "a defer of the function can run more than once";
  if (Frame.Defers.size() > layout::OpenCodedMaxDefers)
    return (Twine(Frame.Defers.size()) + " defers in the function, more than " +
            Twine(layout::OpenCodedMaxDefers))
        .str();
  if (any_of(Frame.Boxes, [](MarkBox *Box) { return Box->getTaken(); }))
    return "a variable of a loop body is moved to the heap";
  if (!Frame.Boxes.empty())
    return "what an operand allocates comes from the heap";
  if (F.hasFnAttribute(Attribute::SanitizeAddress) ||
      F.hasFnAttribute(Attribute::SanitizeHWAddress) ||
      F.hasFnAttribute(Attribute::SanitizeMemTag) ||
      F.hasFnAttribute(Attribute::SafeStack))
    return "a sanitizer moves stack slots";
  for (const MarkDefer *Defer : Frame.Defers)
    if (Defer->getRunHalf()->isDeclaration())
      return "a run half is not defined in this module";
  return {};
}

/// Why the policy forbids to open-code the frame; empty when it does not.
std::string whyNotWanted(const FrameMarkers &Frame, unsigned Returns,
                         bool Optimize) {
  if (!Optimize || Frame.F.hasOptNone())
    return "optimisation is off";
  if (SplitCode)
    return "the function's code is split into sections";
  if (Frame.F.hasFnAttribute(RecoversAttr))
    return "the function calls recover";
  unsigned Defers = Frame.Defers.size();
  if (Policy == DeferPolicy::Go && Returns * Defers > MaxReturnsTimesDefers)
    return (Twine(Returns) + " returns x " + Twine(Defers) +
            " defers, more than " + Twine(MaxReturnsTimesDefers))
        .str();
  return {};
}

} // namespace

StringRef getName(Tier T) {
  switch (T) {
  case Tier::OpenCoded:
    return "open-coded";
  case Tier::StackRecord:
    return "stack-allocated";
  case Tier::HeapRecord:
    return "heap-allocated";
  }
  llvm_unreachable("no other tier");
}

DeferPlan makePlan(const FrameMarkers &Frame, bool Optimize) {
  RepeatedCode Repeated(Frame.F);
  SmallVector<bool> CanRepeat;
  for (const MarkDefer *Defer : Frame.Defers)
    CanRepeat.push_back(Defer->getEnv()->getRepeat() == Repeat::Yes ||
                        Repeated.contains(Defer->getEnv()) ||
                        Repeated.contains(Defer));

  DeferPlan Plan;
  Plan.Returns = countReturns(Frame);
  std::string WhyNotOpen = whyImpossible(Frame, CanRepeat);
  if (WhyNotOpen.empty() && ForceTier == ForcedTier::None)
    WhyNotOpen = whyNotWanted(Frame, Plan.Returns, Optimize);
  if (WhyNotOpen.empty() &&
      (ForceTier == ForcedTier::Stack || ForceTier == ForcedTier::Heap))
    WhyNotOpen = "forced by -defer-force";

  if (WhyNotOpen.empty()) {
    Plan.Tiers.assign(Frame.Defers.size(), Tier::OpenCoded);
    Plan.Reasons.resize(Frame.Defers.size());
    return Plan;
  }
  for (bool Repeats : CanRepeat)
    if (Repeats) {
      Plan.Tiers.push_back(Tier::HeapRecord);
      Plan.Reasons.push_back("the statement can run more than once");
    } else if (ForceTier == ForcedTier::Heap) {
      Plan.Tiers.push_back(Tier::HeapRecord);
      Plan.Reasons.push_back("forced by -defer-force");
    } else {
      Plan.Tiers.push_back(Tier::StackRecord);
      Plan.Reasons.push_back(WhyNotOpen);
    }
  return Plan;
}

} // namespace deferc
