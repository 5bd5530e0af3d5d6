//===- g.cpp - The g of a thread or a fiber -------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Making, finding and freeing a g, and the entries it keeps of frames that
/// have records. A thread's g is made at its first registration or panic and
/// freed by a thread-specific destructor; a fiber's by who made it
/// (deferc/g.h).
///
//===----------------------------------------------------------------------===//

#include "deferc/g.h"
#include "Runtime.h"
#include "report/Symbols.h"
#include "value/ValueMemory.h"

#include <link.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

namespace deferc {

extern "C" __thread G *__deferc_g __attribute__((tls_model("initial-exec"))) =
    nullptr;

namespace {

/// Cookies of one g: the g's number above, a count below.
constexpr unsigned CookieBits = 40;
constexpr uint32_t FirstCapacity = 32;

/// A note in every executable and shared object that has the runtime in it.
__asm__(".pushsection .note.deferc, \"a\", @note\n\t"
        ".p2align 2\n\t"
        ".long 7, 0, 1\n\t"
        ".asciz \"deferc\"\n\t"
        ".byte 0\n\t"
        ".popsection");

bool isOurNote(const ElfW(Nhdr) & Note) {
  return Note.n_namesz == 7 && Note.n_type == 1 &&
         !memcmp(&Note + 1, "deferc", 7);
}

bool hasRuntime(const dl_phdr_info *Info) {
  for (unsigned I = 0; I < Info->dlpi_phnum; ++I) {
    const ElfW(Phdr) &H = Info->dlpi_phdr[I];
    if (H.p_type != PT_NOTE)
      continue;
    uintptr_t At = Info->dlpi_addr + H.p_vaddr, End = At + H.p_memsz;
    uintptr_t Unit = H.p_align > 4 ? H.p_align : 4;
    auto align = [Unit](uintptr_t N) { return (N + Unit - 1) & ~(Unit - 1); };
    while (At + sizeof(ElfW(Nhdr)) <= End) {
      auto &Note = *reinterpret_cast<const ElfW(Nhdr) *>(At);
      if (isOurNote(Note))
        return true;
      At += align(sizeof Note + Note.n_namesz) + align(Note.n_descsz);
    }
  }
  return false;
}

struct Runtimes {
  const char *First = nullptr, *Second = nullptr;
};

int findRuntime(dl_phdr_info *Info, size_t, void *Argument) {
  auto *Found = static_cast<Runtimes *>(Argument);
  if (!hasRuntime(Info))
    return 0;
  if (!Found->First) {
    Found->First = Info->dlpi_name;
    return 0;
  }
  Found->Second = Info->dlpi_name;
  return 1;
}

/// Whether another runtime was there when this one was loaded. Asked then,
/// since the answer takes the loader's lock, which a panic must not wait for.
bool IsSecond;

__attribute__((constructor)) void lookForAnother() {
  Runtimes Found;
  IsSecond = dl_iterate_phdr(findRuntime, &Found) != 0;
}

/// All objects of a process must use one runtime: each has g's of its own, and
/// a panic would not find the frames of the other one.
void checkSingleRuntime() {
  Runtimes Found;
  if (IsSecond && dl_iterate_phdr(findRuntime, &Found))
    fatal("two copies of the deferc runtime in one process, in %s and in %s; "
          "link all of it with the shared one, -ldeferrt",
          *Found.First ? shownPath(Found.First) : "the executable",
          shownPath(Found.Second));
}

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

void growFrames(G *Self) noexcept {
  uint32_t Capacity =
      Self->FrameCapacity ? 2 * Self->FrameCapacity : FirstCapacity;
  void *More =
      realloc(static_cast<void *>(Self->Frames), Capacity * sizeof(FrameEntry));
  if (!More)
    fatal(
        "out of memory: cannot register a deferred call (%u frames have some)",
        Self->FrameCount);
  Self->Frames = static_cast<FrameEntry *>(More);
  Self->FrameCapacity = Capacity;
}

bool onStack(G *Self, const void *Address) noexcept {
  uintptr_t A = reinterpret_cast<uintptr_t>(Address);
  return A >= Self->StackLow && A < Self->StackHigh;
}

/// Drops the newest entries while they lie further in than a frame that is
/// being entered. Addresses say so only on one and the same stack.
__attribute__((noinline, cold)) void dropSkipped(G *Self,
                                                 const void *Slot) noexcept {
  findStackBounds(Self);
  while (Self->FrameCount) {
    FrameEntry &Top = Self->Frames[Self->FrameCount - 1];
    if (Top.ReturnSlot > Slot || !onStack(Self, Top.ReturnSlot) ||
        !onStack(Self, Slot))
      return;
    popFrame(Self);
  }
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
  for (unsigned Class = 0; Class < PoolClasses; ++Class)
    while (Record *R = Self->Pool[Class]) {
      Self->Pool[Class] = R->Link;
      releaseMemory(R->Base, R->Size);
    }
  freeSignalStack(Self);
  free(Self->Frames);
  __deferc_releasevalue(Self);
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

FrameEntry *pushFrame(G *Self, Frame *F, const void *PC) noexcept {
  if (Self->FrameCount &&
      DEFERC_UNLIKELY(Self->Frames[Self->FrameCount - 1].ReturnSlot <=
                      F->ReturnSlot))
    dropSkipped(Self, F->ReturnSlot);
  if (DEFERC_UNLIKELY(Self->FrameCount == Self->FrameCapacity))
    growFrames(Self);
  F->Cookie = Self->NextCookie++;
  F->Head = nullptr;
  FrameEntry *E = &Self->Frames[Self->FrameCount++];
  *E = {F->Cookie, F, F->ReturnSlot, PC, nullptr, nullptr};
  return E;
}

FrameEntry *dropAbove(G *Self, Frame *F) noexcept {
  uint64_t Cookie = F->Cookie;
  uint32_t I = Self->FrameCount;
  while (I && Self->Frames[I - 1].Cookie != Cookie)
    --I;
  if (!I)
    fatal("a function that defers has changed its thread or its fiber");
  while (Self->FrameCount > I)
    popFrame(Self);
  return &Self->Frames[I - 1];
}

void freeHeld(G *Self, FrameEntry &E) noexcept {
  while (Record *R = E.Heap) {
    E.Heap = R->HeapLink;
    freeRecord(Self, R);
  }
  while (VariableBox *B = E.Boxes) {
    E.Boxes = B->Link;
    releaseMemory(B->Base, B->Size);
  }
}

} // namespace deferc

using namespace deferc;

extern "C" {

struct deferc_g *deferc_g_new(void) {
  return reinterpret_cast<deferc_g *>(makeG(false));
}

struct deferc_g *deferc_g_current(void) {
  return reinterpret_cast<deferc_g *>(thisG());
}

struct deferc_g *deferc_g_set(struct deferc_g *Next) {
  G *Old = thisG();
  __deferc_g = reinterpret_cast<G *>(Next);
  return reinterpret_cast<deferc_g *>(Old);
}

void deferc_g_free(struct deferc_g *Fiber) {
  G *Self = reinterpret_cast<G *>(Fiber);
  if (Self == __deferc_g)
    fatal("deferc_g_free: this g is running");
  if (Self && !Self->OfThread)
    destroyG(Self);
}

} // extern "C"
