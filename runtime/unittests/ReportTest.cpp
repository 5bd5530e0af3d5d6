//===- ReportTest.cpp - Crash reports -------------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Message lines are Go's (test/Conformance 121 to 154, the newest texts).
///
//===----------------------------------------------------------------------===//

#include "DeferringFrame.h"

#include <complex>
#include <stdexcept>
#include <thread>

namespace {

enum Code { Seven = 7 };
enum class Flag : bool { Off, On };
struct Plain {
  int X;
};
struct WithError {
  std::string Error() const { return "my error"; }
  std::string String() const { return "not this"; }
};
struct WithString {
  std::string String() const { return "30 degrees"; }
};
struct WithWhat {
  const char *what() const { return "what it says"; }
};
struct BadError {
  std::string Error() const { deferc_panic("in Error"); }
};
struct ThrowingError {
  std::string Error() const { throw std::runtime_error("thrown in Error"); }
};

template <typename T> std::string textOf(T V) {
  std::string Text;
  deferring([&](Defers &D) {
    D.defer([&](void *Token) { Text = recoverHere(Token).text(); });
    deferc_panic(V);
  });
  return Text;
}

/// Crashes with these panics, each in a deferred call of the one before.
template <typename First, typename Second> void crashWith(First A, Second B) {
  deferring([&](Defers &D) {
    D.defer([&](void *) { deferc_panic(B); });
    deferc_panic(A);
  });
}

#define EXPECT_CRASH(Statement, Report)                                        \
  EXPECT_EXIT(Statement, testing::ExitedWithCode(2), Report)

} // namespace

TEST(Text, IsGosForEveryKind) {
  EXPECT_EQ(textOf(7), "7");
  EXPECT_EQ(textOf(-5L), "-5");
  EXPECT_EQ(textOf(18446744073709551615ull), "18446744073709551615");
  EXPECT_EQ(textOf('a'), "97");
  EXPECT_EQ(textOf(L'a'), "97");
  EXPECT_EQ(textOf(u'a'), "97");
  EXPECT_EQ(textOf(U'a'), "97");
  EXPECT_EQ(textOf(true), "true");
  EXPECT_EQ(textOf("raw\ntext"), "raw\ntext");
  EXPECT_EQ(textOf(std::string("a string")), "a string");
  EXPECT_EQ(textOf(std::string_view("a view")), "a view");
  EXPECT_EQ(textOf(2.5), "+2.500000e+000");
  EXPECT_EQ(textOf(-1e100), "-1.000000e+100");
  EXPECT_EQ(textOf(0.0f), "+0.000000e+000");
  EXPECT_EQ(textOf(1.0 / 0.0), "+Inf");
  EXPECT_EQ(textOf(std::complex<float>(1.5f, -2)),
            "(+1.500000e+000-2.000000e+000i)");
  EXPECT_EQ(textOf(std::complex<double>(1, -0.0)),
            "(+1.000000e+000-0.000000e+000i)");
  EXPECT_EQ(textOf(std::complex<long double>(0, 1)),
            "(+0.000000e+000+1.000000e+000i)");
  EXPECT_EQ(textOf(reinterpret_cast<void *>(0x1f)), "(void *) 0x1f");
  EXPECT_EQ(textOf(nullptr), "panic called with nil argument");
}

TEST(Text, NamesTheTypeOfAnEnumeration) {
  EXPECT_NE(textOf(Seven).find("Code(7)"), std::string::npos);
  EXPECT_NE(textOf(Flag::On).find("Flag(true)"), std::string::npos);
}

TEST(Text, IsWhatTheValueSays) {
  EXPECT_EQ(textOf(WithError()), "my error");
  EXPECT_EQ(textOf(WithString()), "30 degrees");
  EXPECT_EQ(textOf(WithWhat()), "what it says");
  EXPECT_EQ(textOf(std::runtime_error("an exception")), "an exception");
  static WithError E;
  EXPECT_EQ(textOf(&E), "my error");
  EXPECT_EQ(textOf(defer_runtime_error("index out of range [3] with length 3")),
            "runtime error: index out of range [3] with length 3");
}

TEST(Text, OfOtherTypesIsTheirNameAndPlace) {
  std::string Text = textOf(Plain{1});
  EXPECT_EQ(Text.find("("), 0u);
  EXPECT_NE(Text.find("Plain) 0x"), std::string::npos);
}

TEST(ReportDeathTest, BeginsWithThePanicAndEndsWithStatus2) {
  EXPECT_CRASH(deferc_panic("something bad"),
               "^panic: something bad\n\ngoroutine 1 \\[running\\]:\n"
               "ReportDeathTest_.*::TestBody\\(\\.\\.\\.\\)\n\t");
}

TEST(ReportDeathTest, ListsPanicsOldestFirst) {
  EXPECT_CRASH(crashWith("first", "second"),
               "^panic: first\n\tpanic: second\n\n");
}

TEST(ReportDeathTest, MarksARecoveredPanicThatIsStillInFlight) {
  EXPECT_CRASH(deferring([](Defers &D) {
                 D.defer([](void *Token) {
                   recoverHere(Token);
                   deferc_panic("second");
                 });
                 deferc_panic("first");
               }),
               "^panic: first \\[recovered\\]\n\tpanic: second\n\n");
}

TEST(ReportDeathTest, PrintsAValueThatIsPanickedWithAgainOnce) {
  EXPECT_CRASH(
      deferring([](Defers &D) {
        D.defer([](void *Token) { deferc_panic(recoverHere(Token)); });
        deferc_panic(Plain{1});
      }),
      "^panic: \\(.*Plain\\) 0x[0-9a-f]+ \\[recovered, repanicked\\]\n\n");
  EXPECT_CRASH(crashWith("same", "same"), "^panic: same\n\n");
  EXPECT_CRASH(crashWith(1, 2), "^panic: 1\n\tpanic: 2\n\n");
}

TEST(ReportDeathTest, IndentsTheLinesOfAValue) {
  EXPECT_CRASH(deferc_panic("one\ntwo"), "^panic: one\n\ttwo\n\n");
}

TEST(ReportDeathTest, LeavesOutPanicsThatAreOver) {
  EXPECT_CRASH(deferring([](Defers &D) {
                 D.defer([](void *) {
                   deferring([](Defers &Inner) {
                     Inner.defer([](void *Token) { recoverHere(Token); });
                     deferc_panic("over");
                   });
                 });
                 deferc_panic("outer");
               }),
               "^panic: outer\n\n");
}

TEST(ReportDeathTest, SaysWhenAValuesTextPanicsOrThrows) {
  EXPECT_CRASH(deferc_panic(BadError()),
               "^fatal error: panic while printing panic value: in Error\n");
  EXPECT_CRASH(
      deferc_panic(ThrowingError()),
      "^fatal error: panic while printing panic value: thrown in Error\n");
}

TEST(ReportDeathTest, CountsOtherThreads) {
  EXPECT_CRASH(std::thread([] { deferc_panic("in a thread"); }).join(),
               "^panic: in a thread\n\ngoroutine [2-9][0-9]* \\[running\\]:\n");
}

TEST(ReportDeathTest, FlushesStdout) {
  EXPECT_CRASH(
      {
        dup2(STDERR_FILENO, STDOUT_FILENO);
        static char Buffer[1000];
        setvbuf(stdout, Buffer, _IOFBF, sizeof Buffer);
        printf("printed before\n");
        deferc_panic("p");
      },
      "printed before\npanic: p\n");
}

TEST(ReportDeathTest, ShowsNoTraceWhenToldSo) {
  EXPECT_CRASH(
      {
        setenv("DEFERC_TRACEBACK", "none", 1);
        deferc_panic("p");
      },
      "^panic: p\n$");
}

TEST(ReportDeathTest, DumpsCoreWhenToldSo) {
  EXPECT_EXIT(
      {
        setenv("DEFERC_TRACEBACK", "crash", 1);
        deferc_panic("p");
      },
      testing::KilledBySignal(SIGABRT),
      "^panic: p\n\ngoroutine 1 \\[running\\]:\n");
}

TEST(ReportDeathTest, CutsADeepTraceInTheMiddle) {
  struct Deep {
    static int go(int N) {
      volatile int Kept = N;
      return N ? go(N - 1) + Kept : (deferc_panic("deep"), 0);
    }
  };
  EXPECT_CRASH(Deep::go(1000),
               "\n\\.\\.\\.9[0-9][0-9] frames elided\\.\\.\\.\n");
}

TEST(RuntimeError, IsAnException) {
  deferring([&](Defers &D) {
    D.defer([](void *Token) {
      defer_recovered R = recoverHere(Token);
      ASSERT_NE(R.exception(), nullptr);
      EXPECT_STREQ(
          R.exception()->what(),
          "runtime error: invalid memory address or nil pointer dereference");
      EXPECT_NE(R.get_if<defer_runtime_error>(), nullptr);
      EXPECT_EQ(R.kind(), DEFER_RUNTIME_ERROR);
    });
    __deferc_panicmem();
  });
}

TEST(As, PanicsWithGosTextOnAMismatch) {
  deferring([&](Defers &Outer) {
    Outer.defer([](void *Token) {
      EXPECT_EQ(recoverHere(Token).text(),
                "interface conversion: interface {} is const char *, not int");
    });
    deferring([&](Defers &D) {
      D.defer([](void *Token) { recoverHere(Token).as<int>(); });
      deferc_panic("text");
    });
  });
}

TEST(ReportDeathTest, ShowsANullCallAsAFault) {
  EXPECT_CRASH(__deferc_panicmem(), "^panic: runtime error: invalid memory "
                                    "address or nil pointer dereference\n"
                                    "\\[signal SIGSEGV: segmentation violation "
                                    "code=0x1 addr=0x0 pc=0x[0-9a-f]+\\]"
                                    "\n\ngoroutine 1 ");
}
