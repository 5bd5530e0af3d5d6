//===- MisuseTest.cpp - Misuse that ends the program ----------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What a program must not do to its g, its frames and its panics, and what the
/// runtime says when it does.
///
//===----------------------------------------------------------------------===//

#include "DeferringFrame.h"
#include "deferc/g.h"

#include <setjmp.h>

#define EXPECT_FATAL(Statement, Message)                                       \
  EXPECT_EXIT(Statement, testing::ExitedWithCode(2), Message)

TEST(MisuseDeathTest, TheRunningGIsNotFreed) {
  EXPECT_FATAL(
      {
        deferc_g *Own = deferc_g_new();
        deferc_g_set(Own);
        deferc_g_free(Own);
      },
      "fatal error: deferc_g_free: this g is running");
}

TEST(MisuseDeathTest, AFunctionEndsOnTheGItDeferredOn) {
  EXPECT_FATAL(deferring([](Defers &D) {
                 D.defer([](void *) {});
                 deferc_g_set(deferc_g_new());
               }),
               "fatal error: a function that defers has changed its thread or "
               "its fiber");
}

TEST(MisuseDeathTest, ARecoveredFunctionNeedsAResult) {
  EXPECT_FATAL(__deferc_noresult(nullptr),
               "fatal error: a function recovered that has no result to "
               "return; name its "
               "result with `defer_result`");
}

TEST(MisuseDeathTest, ADeferredCallDoesNotLeaveAPanicBehind) {
  EXPECT_FATAL(deferring([](Defers &D) {
                 D.defer([](void *) {
                   static jmp_buf Back;
                   if (setjmp(Back))
                     return;
                   deferring([](Defers &Inner) {
                     Inner.defer([](void *) { longjmp(Back, 1); });
                     deferc_panic("left behind");
                   });
                 });
                 deferc_panic("outer");
               }),
               "fatal error: a deferred call returned to a panic that is not "
               "the newest one");
}
