//===- g.cpp - The g of a thread or a fiber -------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Making and freeing a g. A thread's is made at its first registration or
/// panic and freed by a thread-specific destructor; a fiber's is made and freed
/// by the program (deferc/g.h).
///
//===----------------------------------------------------------------------===//

#include "g/G.h"
#include "support/Fatal.h"
#include "value/ValueMemory.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

namespace deferc {

extern "C" __thread G *__deferc_g __attribute__((tls_model("initial-exec"))) =
    nullptr;

namespace {

/// A cookie is the g's number in the upper bits and a count in these lower
/// ones.
constexpr unsigned CookieBits = 40;

uint64_t LastNumber = 1; ///< Of a g other than the main thread's.
pthread_key_t EndKey;
pthread_once_t InitOnce = PTHREAD_ONCE_INIT;
bool HaveEndKey;
__thread bool ThreadEnded __attribute__((tls_model("initial-exec")));

void endThread(void *Own) {
  // Destructors of other keys may still defer; the last round is ours.
  ThreadEnded = true;
  G *Self = static_cast<G *>(Own);
  if (__deferc_g == Self)
    __deferc_g = nullptr;
  destroyG(Self);
}

void initialize() {
  checkSingleRuntime();
  HaveEndKey = pthread_key_create(&EndKey, endThread) == 0;
}

/// The kernel's id of the main thread is the process's.
bool isMainThread() { return gettid() == getpid(); }

uint64_t nextNumber(bool OfThread) {
  if (OfThread && isMainThread())
    return 1;
  return __atomic_add_fetch(&LastNumber, 1, __ATOMIC_RELAXED);
}

} // namespace

G *makeG(bool OfThread) noexcept {
  // Without malloc() where possible: the first panic of a thread may come when
  // another one holds its lock.
  void *Memory = __deferc_valuememory(sizeof(G), alignof(G));
  if (!Memory)
    fatal("out of memory: cannot make a g");
  G *Self = static_cast<G *>(memset(Memory, 0, sizeof(G)));
  Self->OfThread = OfThread;
  Self->Number = nextNumber(OfThread);
  Self->NextCookie = (Self->Number << CookieBits) + 1;
  return Self;
}

G *newThreadG() noexcept {
  G *Self = makeG(true);
  __deferc_g = Self;
  pthread_once(&InitOnce, initialize);
  if (HaveEndKey)
    pthread_setspecific(EndKey, Self);
  makeSignalStack(Self);
  return Self;
}

void destroyG(G *Self) noexcept {
  while (Self->FrameCount)
    popFrame(Self);
  emptyPool(Self->Pool);
  freeSignalStack(Self);
  free(Self->Frames);
  __deferc_freevaluememory(Self);
}

bool threadHasEnded() noexcept { return ThreadEnded; }

void findStackBounds(G *Self) noexcept {
  if (Self->StackAsked)
    return;
  Self->StackAsked = true;
  if (!Self->OfThread)
    return;
  pthread_attr_t Attributes;
  if (pthread_getattr_np(pthread_self(), &Attributes) != 0)
    return;
  void *Low;
  size_t Size;
  if (pthread_attr_getstack(&Attributes, &Low, &Size) == 0) {
    Self->StackLow = reinterpret_cast<uintptr_t>(Low);
    Self->StackHigh = Self->StackLow + Size;
  }
  pthread_attr_destroy(&Attributes);
}

} // namespace deferc
