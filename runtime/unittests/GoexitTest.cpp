//===- GoexitTest.cpp - Ending a thread by goexit -------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Numbers in comments are programs of test/Conformance that show the same in
/// Go.
///
//===----------------------------------------------------------------------===//

#include "DeferringFrame.h"

#include <pthread.h>

#include <stdexcept>
#include <thread>

namespace {

/// Runs the body in a thread of its own; true when it returned.
template <typename Body> bool returnsFromThread(Body B) {
  bool Returned = false;
  std::thread([&] {
    B();
    Returned = true;
  }).join();
  return Returned;
}

} // namespace

TEST(Goexit, RunsAllDeferredCallsInnermostFirst) { // 100
  Log L;
  EXPECT_FALSE(returnsFromThread([&] {
    deferring([&](Defers &D) {
      D.defer([&](void *) { L.add("outer"); });
      deferring([&](Defers &Inner) {
        Inner.defer([&](void *) { L.add("inner"); });
        deferc_goexit();
      });
    });
  }));
  EXPECT_EQ(L.all(), "inner outer");
}

TEST(Goexit, IsNotRecovered) { // 101
  EXPECT_FALSE(returnsFromThread([&] {
    deferring([&](Defers &D) {
      D.defer([&](void *Token) {
        EXPECT_EQ(Token, nullptr);
        EXPECT_FALSE(recoverHere(Token));
      });
      deferc_goexit();
    });
  }));
}

TEST(Goexit, RunsDestructorsAfterDeferredCalls) {
  Log L;
  struct Destroyed {
    Log &L;
    ~Destroyed() { L.add("~"); }
  };
  EXPECT_FALSE(returnsFromThread([&] {
    Destroyed Outer{L};
    deferring([&](Defers &D) {
      D.defer([&](void *) { L.add("call"); });
      Destroyed Inner{L};
      deferc_goexit();
    });
  }));
  EXPECT_EQ(L.all(), "call ~ ~");
}

TEST(Goexit, InADeferredCallOfTheNormalExitRunsTheRest) { // 102
  Log L;
  EXPECT_FALSE(returnsFromThread([&] {
    deferring([&](Defers &D) {
      D.defer([&](void *) { L.add("rest"); });
      D.defer([&](void *) { deferc_goexit(); });
    });
    L.add("unreached");
  }));
  EXPECT_EQ(L.all(), "rest");
}

TEST(Goexit, DropsThePanicThatCalledIt) { // 103
  Log L;
  EXPECT_FALSE(returnsFromThread([&] {
    deferring([&](Defers &D) {
      D.defer([&](void *Token) {
        L.add(recoverHere(Token) ? "something" : "nothing");
      });
      D.defer([&](void *) { deferc_goexit(); });
      deferc_panic("dropped");
    });
  }));
  EXPECT_EQ(L.all(), "nothing");
}

TEST(Goexit, AfterARecoverInTheSameCallEndsTheThread) { // 110
  EXPECT_FALSE(returnsFromThread([&] {
    deferring([&](Defers &D) {
      D.defer([&](void *Token) {
        EXPECT_TRUE(recoverHere(Token));
        deferc_goexit();
      });
      deferc_panic(1);
    });
  }));
}

TEST(Goexit, InsideAGoexitFinishesTheJob) { // 106
  Log L;
  EXPECT_FALSE(returnsFromThread([&] {
    deferring([&](Defers &D) {
      D.defer([&](void *) { L.add("rest"); });
      D.defer([&](void *) {
        deferc_goexit();
        L.add("unreached");
      });
      deferc_goexit();
    });
  }));
  EXPECT_EQ(L.all(), "rest");
}

TEST(Goexit, GoesOnAfterAPanicOfADeferredCallIsRecovered) { // 104
  Log L;
  EXPECT_FALSE(returnsFromThread([&] {
    deferring([&](Defers &Outermost) {
      Outermost.defer([&](void *) { L.add("outermost"); });
      deferring([&](Defers &D) {
        D.defer([&](void *) { L.add("rest"); });
        D.defer([&](void *Token) { L.add(recoverHere(Token).text()); });
        D.defer([&](void *) { deferc_panic("p"); });
        deferc_goexit();
      });
      L.add("unreached");
    });
  }));
  EXPECT_EQ(L.all(), "p rest outermost");
}

TEST(Goexit, GoesOnAfterTwoPanicsInTurn) { // 160
  Log L;
  EXPECT_FALSE(returnsFromThread([&] {
    deferring([&](Defers &D) {
      D.defer([&](void *) { L.add("rest"); });
      D.defer([&](void *Token) { L.add(recoverHere(Token).text()); });
      D.defer([&](void *) { deferc_panic("second"); });
      D.defer([&](void *) { deferc_panic("first"); });
      deferc_goexit();
    });
    L.add("unreached");
  }));
  EXPECT_EQ(L.all(), "second rest");
}

TEST(Goexit, LeavesAPanicInsideADeferredCallToItsOwnRecover) {
  Log L;
  EXPECT_FALSE(returnsFromThread([&] {
    deferring([&](Defers &D) {
      D.defer([&](void *) {
        EXPECT_TRUE(deferring([&](Defers &Inner) {
          Inner.defer([&](void *Token) { recoverHere(Token); });
          deferc_panic("inner");
        }));
        L.add("on");
      });
      deferc_goexit();
    });
  }));
  EXPECT_EQ(L.all(), "on");
}

TEST(GoexitDeathTest, AnUnrecoveredPanicUnderItEndsTheProgram) { // 141
  EXPECT_EXIT(deferring([](Defers &D) {
                D.defer([](void *) { deferc_panic("after goexit"); });
                deferc_goexit();
              }),
              testing::ExitedWithCode(2), "^panic: after goexit\n");
}

TEST(PthreadExit, RunsPendingCalls) {
  Log L;
  EXPECT_FALSE(returnsFromThread([&] {
    deferring([&](Defers &D) {
      D.defer([&](void *) { L.add("call"); });
      pthread_exit(nullptr);
    });
  }));
  EXPECT_EQ(L.all(), "call");
}

TEST(PthreadExit, LeavesNoAbortedPanicToRecover) {
  Log L;
  EXPECT_FALSE(returnsFromThread([&] {
    deferring([&](Defers &Outer) {
      Outer.defer([&](void *) { pthread_exit(nullptr); });
      deferring([&](Defers &Inner) {
        Inner.defer([&](void *Token) {
          try {
            // Its walk aborts the older panic and comes to pthread_exit.
            deferc_panic("newer");
          } catch (...) {
            // The newer panic is off the g, so the older one is the newest.
            L.add(recoverHere(Token) ? "something" : "nothing");
            throw;
          }
        });
        deferc_panic("older");
      });
    });
  }));
  EXPECT_EQ(L.all(), "nothing");
}
