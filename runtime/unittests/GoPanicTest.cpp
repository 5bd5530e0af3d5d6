//===- GoPanicTest.cpp - Panics, and what recovers them -------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Deferred calls on top of the stack, recover, nested panics, and what
/// exceptions do to them; test/Conformance 050 to 089 show the rules in Go.
///
//===----------------------------------------------------------------------===//

#include "DeferringFrame.h"

#include <exception>
#include <memory>
#include <stdexcept>

using deferc::thisG;

namespace {

struct Destroyed {
  Log &L;
  const char *Name;
  ~Destroyed() { L.add(std::string("~") + Name); }
};

void panicBelow(Log &L) {
  Destroyed D{L, "below"};
  deferc_panic("p");
}

} // namespace

TEST(GoPanic, RunsDeferredCallsBeforeDestructors) {
  Log L;
  EXPECT_TRUE(deferring([&](Defers &D) {
    D.defer([&](void *Token) { L.add(recoverHere(Token).text()); });
    panicBelow(L);
  }));
  EXPECT_EQ(L.all(), "p ~below");
}

TEST(GoPanic, RunsInnerFramesFirst) {
  Log L;
  EXPECT_TRUE(deferring([&](Defers &D) {
    D.defer([&](void *Token) {
      L.add("outer");
      recoverHere(Token);
    });
    deferring([&](Defers &Inner) {
      Inner.defer([&](void *) { L.add("inner1"); });
      Inner.deferHeap([&](void *) { L.add("inner2"); });
      deferc_panic(1);
    });
    L.add("unreached");
  }));
  EXPECT_EQ(L.all(), "inner2 inner1 outer");
}

TEST(GoPanic, WalksManyFrames) {
  struct Deep {
    static void go(int N) {
      if (!N)
        deferc_panic(N);
      deferring([N](Defers &D) {
        D.defer([](void *) {});
        go(N - 1);
      });
    }
  };
  EXPECT_TRUE(deferring([](Defers &D) {
    D.defer([](void *Token) { recoverHere(Token); });
    Deep::go(1000);
  }));
}

TEST(GoRecover, HandsOutTheVeryValue) {
  auto P = std::make_shared<int>(7);
  deferring([&](Defers &D) {
    D.defer([&](void *Token) {
      defer_recovered R = recoverHere(Token);
      ASSERT_NE(R.get_if<std::shared_ptr<int>>(), nullptr);
      EXPECT_EQ(R.as<std::shared_ptr<int>>(), P);
    });
    deferc_panic(P);
  });
  EXPECT_EQ(P.use_count(), 1);
}

TEST(GoRecover, RunsTheRestAsANormalExit) {
  Log L;
  EXPECT_TRUE(deferring([&](Defers &D) {
    D.defer([&](void *Token) { L.add(Token ? "panicking" : "normal"); });
    D.defer([&](void *Token) { recoverHere(Token); });
    deferc_panic(1);
  }));
  EXPECT_EQ(L.all(), "normal");
}

TEST(GoRecover, WorksOnce) {
  deferring([&](Defers &D) {
    D.defer([&](void *Token) {
      EXPECT_TRUE(recoverHere(Token));
      EXPECT_FALSE(recoverHere(Token));
    });
    deferc_panic(1);
  });
}

TEST(GoRecover, ReturnsNothingOutsideOfAPanic) {
  EXPECT_FALSE(recoverHere(nullptr));
  EXPECT_EQ(__deferc_currentpanic(), nullptr);
}

TEST(GoRecover, IgnoresAPanicThatANewerOneCovers) {
  Log L;
  EXPECT_TRUE(deferring([&](Defers &D) {
    D.defer([&](void *Token) {
      void *First = Token;
      EXPECT_TRUE(deferring([&](Defers &Inner) {
        Inner.defer([&, First](void *Second) {
          EXPECT_FALSE(recoverHere(First));
          L.add(recoverHere(Second).text());
        });
        deferc_panic("second");
      }));
      L.add(recoverHere(First).text());
    });
    deferc_panic("first");
  }));
  EXPECT_EQ(L.all(), "second first");
}

TEST(GoRecover, LeavesNothingBehind) {
  for (int I = 0; I < 10000; ++I)
    ASSERT_TRUE(deferring([&](Defers &D) {
      D.defer([&](void *Token) { recoverHere(Token); });
      deferc_panic(I);
    }));
  EXPECT_EQ(thisG()->Panics, nullptr);
  EXPECT_EQ(thisG()->Recoveries, nullptr);
  EXPECT_EQ(thisG()->FrameCount, 0u);
}

TEST(NestedPanic, ReplacesTheOneThatCalledIt) {
  Log L;
  EXPECT_TRUE(deferring([&](Defers &D) {
    D.defer([&](void *Token) { L.add(recoverHere(Token).text()); });
    D.defer([&](void *) { L.add("between"); });
    D.defer([&](void *) { deferc_panic("second"); });
    deferc_panic("first");
  }));
  EXPECT_EQ(L.all(), "between second");
  EXPECT_EQ(thisG()->Panics, nullptr);
}

TEST(NestedPanic, ChainsOfManyAreDroppedTogether) {
  EXPECT_TRUE(deferring([&](Defers &D) {
                D.defer([&](void *Token) {
                  EXPECT_EQ(recoverHere(Token).as<int>(), 10);
                });
                for (int I = 10; I > 0; --I)
                  D.deferHeap([I](void *) { deferc_panic(I); });
                deferc_panic(0);
              }) ||
              true);
  EXPECT_EQ(thisG()->Panics, nullptr);
}

TEST(NestedPanic, RecoveredInsideLeavesTheOuterOneRunning) {
  Log L;
  EXPECT_TRUE(deferring([&](Defers &D) {
    D.defer([&](void *Token) { L.add(recoverHere(Token).text()); });
    D.defer([&](void *) {
      deferring([&](Defers &Inner) {
        Inner.defer([&](void *Token) { L.add(recoverHere(Token).text()); });
        deferc_panic("inner");
      });
    });
    deferc_panic("outer");
  }));
  EXPECT_EQ(L.all(), "inner outer");
}

TEST(NestedPanic, AfterARecoverInTheSameCallGoesOn) {
  Log L;
  EXPECT_TRUE(deferring([&](Defers &D) {
    D.defer([&](void *Token) { L.add(recoverHere(Token).text()); });
    D.defer([&](void *Token) {
      recoverHere(Token);
      deferc_panic("again");
    });
    deferc_panic("first");
  }));
  EXPECT_EQ(L.all(), "again");
}

TEST(NestedPanic, InADeferredCallOfTheNormalExitIsRecovered) {
  Log L;
  EXPECT_TRUE(deferring([&](Defers &D) {
    D.defer([&](void *Token) { L.add(recoverHere(Token).text()); });
    D.defer([&](void *) { deferc_panic("at exit"); });
  }));
  EXPECT_EQ(L.all(), "at exit");
}

TEST(NestedPanic, InADeferredCallUnderAnExceptionReplacesIt) {
  Log L;
  EXPECT_TRUE(deferring([&](Defers &D) {
    D.defer([&](void *Token) { L.add(recoverHere(Token).text()); });
    D.defer([&](void *) { deferc_panic("panic"); });
    throw std::runtime_error("exception");
  }));
  EXPECT_EQ(L.all(), "panic");
  EXPECT_EQ(std::uncaught_exceptions(), 0);
}

TEST(Exceptions, ThrownByADeferredCallReplaceThePanic) {
  Log L;
  EXPECT_THROW(deferring([&](Defers &D) {
                 D.defer([&](void *Token) { L.add(Token ? "token" : "none"); });
                 D.defer([&](void *) { throw std::logic_error("x"); });
                 deferc_panic(1);
               }),
               std::logic_error);
  EXPECT_EQ(L.all(), "none");
  EXPECT_EQ(thisG()->Panics, nullptr);
}

TEST(Exceptions, AreCountedOnlyWhileUnwinding) {
  int InCall = -1, InDestructor = -1;
  struct Counts {
    int &N;
    ~Counts() { N = std::uncaught_exceptions(); }
  };
  deferring([&](Defers &D) {
    D.defer([&](void *Token) {
      InCall = std::uncaught_exceptions();
      recoverHere(Token);
    });
    Counts C{InDestructor};
    deferc_panic(1);
  });
  EXPECT_EQ(InCall, 0);
  EXPECT_EQ(InDestructor, 1);
  EXPECT_EQ(std::uncaught_exceptions(), 0);
}

TEST(Exceptions, CatchAllHandlersMayRethrowARecoveredPanic) {
  Log L;
  EXPECT_TRUE(deferring([&](Defers &D) {
    D.defer([&](void *Token) { recoverHere(Token); });
    try {
      try {
        deferc_panic(1);
      } catch (const std::exception &) {
        L.add("typed");
      } catch (...) {
        L.add("all");
        try {
          throw std::runtime_error("inside");
        } catch (const std::runtime_error &) {
          L.add("inside");
        }
        throw;
      }
    } catch (const std::runtime_error &) {
      L.add("typed");
    }
  }));
  EXPECT_EQ(L.all(), "all inside");
  EXPECT_EQ(std::uncaught_exceptions(), 0);
}

TEST(Exceptions, APanicInsideAHandlerLeavesTheHandlersExceptionAlone) {
  try {
    throw std::runtime_error("outer");
  } catch (const std::runtime_error &E) {
    EXPECT_TRUE(deferring([&](Defers &D) {
      D.defer([&](void *Token) { recoverHere(Token); });
      deferc_panic(1);
    }));
    EXPECT_STREQ(E.what(), "outer");
    EXPECT_NE(std::current_exception(), nullptr);
  }
}

TEST(ExceptionsDeathTest, AHandlerThatSwallowsARecoveredPanicIsFatal) {
  EXPECT_EXIT(
      deferring([&](Defers &D) {
        D.defer([&](void *Token) { recoverHere(Token); });
        try {
          deferc_panic(1);
        } catch (...) {
        }
      }),
      testing::ExitedWithCode(2),
      "fatal error: a `catch \\(...\\)` handler stopped the unwinding of a "
      "recovered panic; it must rethrow what it catches");
}
