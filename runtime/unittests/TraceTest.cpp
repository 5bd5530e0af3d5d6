//===- TraceTest.cpp - Names and stacks of a trace ------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DeferringFrame.h"

#include "report/Trace.h"
#include "symbols/Symbols.h"
#pragma clang section text = ""

using namespace deferc;

namespace {

/// A report keeps the names that it has allocated, since it ends the process.
/// A test gives them back.
std::pair<std::string, FunctionKind> describe(const char *Symbol) {
  Location L = {};
  nameFunction(L, Symbol);
  std::string Name = L.Function;
  if (L.Function != Symbol)
    free(const_cast<char *>(L.Function));
  return {Name, L.Kind};
}

std::string nameOf(const char *Symbol) { return describe(Symbol).first; }

FunctionKind kindOf(const char *Symbol) { return describe(Symbol).second; }

/// Walks its own stack below N more frames of this function.
[[gnu::noinline]] int walkBelow(int N, Stack &S) {
  volatile int Kept = N;
  if (N)
    return walkBelow(N - 1, S) + Kept;
  S.walkFrom(nullptr);
  return Kept;
}

} // namespace

TEST(Name, HasNoParametersAndNoResult) {
  EXPECT_EQ(nameOf("main"), "main");
  EXPECT_EQ(nameOf("_Z1fi"), "f");
  EXPECT_EQ(nameOf("_ZNK1A1mEPFvvE"), "A::m");
  EXPECT_EQ(nameOf("_ZNO1A1mEv"), "A::m"); // &&
  EXPECT_EQ(nameOf("_ZN12_GLOBAL__N_11fEv"), "(anonymous namespace)::f");
  EXPECT_EQ(nameOf("_Z1gIiET_v"), "g<int>");
  EXPECT_EQ(nameOf("_ZN1A1gI1BIiEEET_v"), "A::g<B<int> >");
  EXPECT_EQ(nameOf("_ZN1AcvbEv"), "A::operator bool");
  EXPECT_EQ(nameOf("_ZN1AclEv"), "A::operator()");
  EXPECT_EQ(nameOf("_ZlsI1AEvT_i"), "operator<< <A>");
}

TEST(Name, HasNoPartsThatCompilersAppend) {
  for (const char *Symbol :
       {"f", "f.deferred", "f.cold", "f.llvm.123", "f.__part.1", "f.12",
        "f.deferred.llvm.7", "_Z1fi", "_Z1fi.deferred", "_Z1fi.cold",
        "_Z1fi.constprop.0", "_Z1fi.llvm.123.cold", "_Z1fi.anything"})
    EXPECT_EQ(nameOf(Symbol), "f") << Symbol;
}

TEST(Name, KeepsTheDotsOfOtherLanguages) {
  EXPECT_EQ(nameOf("main.worker"), "main.worker");
  EXPECT_EQ(nameOf("main.worker.cold"), "main.worker");
  EXPECT_EQ(nameOf(".hidden"), ".hidden");
  EXPECT_EQ(nameOf("f..cold"), "f.");
}

TEST(Name, TellsBlocksAndWrappersApart) {
  EXPECT_EQ(nameOf("f.func1"), "f.func1");
  EXPECT_EQ(nameOf("_Z1fi.func1.deferred"), "f.func1");
  EXPECT_EQ(nameOf("_Z1fi.func2.func1.deferc.run"), "f.func2.func1");
  EXPECT_EQ(nameOf("_Z1fi.deferwrap3.deferc.run"), "f.deferwrap3");
  EXPECT_EQ(kindOf("_Z1fi.deferred"), FunctionKind::Plain);
  EXPECT_EQ(kindOf("_Z1fi.func1.deferred"), FunctionKind::Block);
  EXPECT_EQ(kindOf("f.func1.deferc.run"), FunctionKind::BlockRunner);
  EXPECT_EQ(kindOf("f.deferwrap1.deferc.run"), FunctionKind::Wrapper);
  EXPECT_EQ(kindOf("f.func1.deferwrap1.deferc.run.llvm.1"),
            FunctionKind::Wrapper);
  EXPECT_EQ(kindOf("f.deferwrap1.deferc.evaluate"), FunctionKind::Operands);
  EXPECT_EQ(kindOf("_ZThn8_N1T5closeEv"), FunctionKind::Wrapper);
  EXPECT_EQ(kindOf("_ZZ1fvEN3$_08__invokeEv"), FunctionKind::Wrapper);
}

TEST(Stack, WithoutMemoryKeepsBothEnds) {
  static Stack Deep, Cut;
  Deep.reserve();
  walkBelow(1000, Deep);
  walkBelow(1000, Cut);
  ASSERT_EQ(Deep.missing(), 0u);
  ASSERT_GT(Deep.size(), 1000u);
  EXPECT_EQ(Cut.size() + Cut.missing(), Deep.size());
  EXPECT_EQ(Cut[0], Deep[0]);
  EXPECT_EQ(Cut[Cut.size() - 1], Deep[Deep.size() - 1]);
  EXPECT_EQ(Cut[Cut.missingBefore()],
            Deep[Cut.missingBefore() + Cut.missing()]);
}
