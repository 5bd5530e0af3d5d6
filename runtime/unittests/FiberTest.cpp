//===- FiberTest.cpp - A g for each fiber ---------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Fibers made with makecontext, which switch their g with them (deferc/g.h).
///
//===----------------------------------------------------------------------===//

#include "DeferringFrame.h"
#include "deferc/g.h"

#include <ucontext.h>

namespace {

/// A fiber that runs a function and hands back and forth.
class Fiber {
public:
  explicit Fiber(void (*Entry)()) : Stack(256 * 1024), Own(deferc_g_new()) {
    getcontext(&Context);
    Context.uc_stack.ss_sp = Stack.data();
    Context.uc_stack.ss_size = Stack.size();
    Context.uc_link = &Back;
    makecontext(&Context, Entry, 0);
  }
  ~Fiber() { deferc_g_free(Own); }

  void resume() {
    deferc_g *Mine = deferc_g_set(Own);
    swapcontext(&Back, &Context);
    deferc_g_set(Mine);
  }
  void yield() { swapcontext(&Context, &Back); }

private:
  std::vector<char> Stack;
  deferc_g *Own;
  ucontext_t Context, Back;
};

Fiber *Running;
Log *TheLog;

void deferAndYield() {
  deferring([](Defers &D) {
    D.defer([](void *) { TheLog->add("fiber"); });
    Running->yield();
  });
}

void panicAcrossYields() {
  bool Recovered = deferring([](Defers &D) {
    D.defer([](void *Token) {
      Running->yield();
      TheLog->add(recoverHere(Token).text());
    });
    deferc_panic("in the fiber");
  });
  TheLog->add(Recovered ? "recovered" : "no");
}

} // namespace

TEST(Fiber, KeepsItsDeferredCallsWhileItSleeps) {
  Log L;
  TheLog = &L;
  Fiber F(deferAndYield);
  Running = &F;
  deferring([&](Defers &D) {
    D.defer([&](void *) { L.add("thread"); });
    F.resume();
  });
  F.resume();
  EXPECT_EQ(L.all(), "thread fiber");
}

TEST(Fiber, HasPanicsOfItsOwn) {
  Log L;
  TheLog = &L;
  Fiber F(panicAcrossYields);
  Running = &F;
  F.resume();
  EXPECT_EQ(__deferc_currentpanic(), nullptr);
  EXPECT_TRUE(deferring([&](Defers &D) {
    D.defer([&](void *Token) { L.add(recoverHere(Token).text()); });
    deferc_panic("in the thread");
  }));
  F.resume();
  EXPECT_EQ(L.all(), "in the thread in the fiber recovered");
}
