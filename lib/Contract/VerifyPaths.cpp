//===- VerifyPaths.cpp - What paths must pass -----------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Asks the data-flow of PendingCalls at every instruction that relies on what
/// came before it. A return or a resume breaks the rule of the marker that is
/// missing before it.
///
//===----------------------------------------------------------------------===//

#include "VerifyPaths.h"
#include "deferc/Contract/Markers.h"
#include "deferc/Contract/PendingCalls.h"
#include "llvm/IR/Instructions.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace deferc {
namespace {

class PathVerifier {
public:
  explicit PathVerifier(const Function &F) : F(F) {}

  SmallVector<Violation> run() {
    PendingCalls Pending(F);
    Pending.visit([&](const Instruction &I, const PendingCalls::State &S) {
      if (auto *Unwind = dyn_cast<MarkUnwind>(&I))
        checkAnswer(*Unwind, S);
    });
    if (!Violations.empty())
      return Violations; // The data-flow relies on these branches.
    Pending.visit([&](const Instruction &I, const PendingCalls::State &S) {
      check(I, S);
    });
    return Violations;
  }

private:
  using State = PendingCalls::State;

  void fail(Marker Rule, const Instruction &Where, const Twine &Text) {
    Violations.push_back({getRule(Rule), &Where, &F, Text.str()});
  }

  /// The data-flow must see where the answer is true and where it is false.
  void checkAnswer(const MarkUnwind &Unwind, const State &S) {
    auto *Invoke = dyn_cast<InvokeInst>(&Unwind);
    const BasicBlock *Behind =
        Invoke ? Invoke->getNormalDest() : Unwind.getParent();
    auto *Branch = dyn_cast<BranchInst>(Behind->getTerminator());
    bool IsCondition =
        Branch && Branch->isConditional() && Branch->getCondition() == &Unwind;
    if (S.any() && !IsCondition)
      fail(Marker::Unwind, Unwind,
           "the answer is not the condition of the next branch");
  }

  void check(const Instruction &I, const State &S) {
    if (auto *Defer = dyn_cast<MarkDefer>(&I))
      checkEnv(*Defer, S);
    else if (auto *Exit = dyn_cast<MarkExit>(&I))
      checkOrder(*Exit, Exit->getSegment(), S);
    else if (auto *Unwind = dyn_cast<MarkUnwind>(&I))
      checkOrder(*Unwind, Unwind->getSegment(), S);
    else if (isa<ReturnInst>(I) && S.any())
      failEnd(Marker::Exit, I, "returns", pending(S) + " exit marker");
    else if (isa<ResumeInst>(I) && S.any())
      failEnd(Marker::Unwind, I, "resumes", pending(S) + " unwind marker");
    else if (isa<ResumeInst>(I) && S.hasUnaskedException())
      failEnd(
          Marker::Unwind, I, "resumes",
          "an exception that may be a recovered panic; every path to it passes "
          "an unwind marker");
  }

  void checkEnv(const MarkDefer &Defer, const State &S) {
    if (S.isDeferred(*Defer.getEnv()))
      fail(
          Marker::Defer, Defer,
          "the environment is deferred already on some path; its env marker is "
          "passed again first");
  }

  void checkOrder(const MarkerCall &Call, unsigned Segment, const State &S) {
    if (S.any() && S.getSegments().front() > Segment)
      fail(Call.getId(), Call,
           "segment " + Twine(S.getSegments().front()) +
               " may have calls pending; higher segments are left first");
  }

  static std::string pending(const State &S) {
    return ("while segment " + Twine(S.getSegments().front()) +
            " may have calls pending; every path to it passes the segment's")
        .str();
  }

  void failEnd(Marker Missing, const Instruction &End, const char *Ends,
               const std::string &Why) {
    std::string Text;
    raw_string_ostream OS(Text);
    OS << "block ";
    End.getParent()->printAsOperand(OS, /*PrintType=*/false);
    OS << " " << Ends << " " << Why;
    fail(Missing, End, Text);
  }

  const Function &F;
  SmallVector<Violation> Violations;
};

} // namespace

SmallVector<Violation> verifyPaths(const Function &F) {
  return PathVerifier(F).run();
}

} // namespace deferc
