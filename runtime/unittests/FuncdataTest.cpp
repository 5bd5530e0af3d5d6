//===- FuncdataTest.cpp - Open-coded frames and deferred entry points -----===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Functions here are what an open-coded function and one that recovers look
/// like to the runtime: a frame, and funcdata in the form of Layout.def.
///
//===----------------------------------------------------------------------===//

#include "unwind/Funcdata.h"
#include "DeferringFrame.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <thread>

using namespace deferc;

namespace {

/// A funcdata section in memory, for one function at a time.
class Section {
public:
  Section &put32(uint32_t V) { return put(&V, sizeof V); }
  Section &put16(uint16_t V) { return put(&V, sizeof V); }
  Section &put8(uint8_t V) { return put(&V, sizeof V); }
  Section &putRelative(const void *Target) {
    return put32(
        static_cast<int32_t>(reinterpret_cast<intptr_t>(Target) -
                             reinterpret_cast<intptr_t>(Bytes + Size)));
  }
  Section &put(const void *P, size_t N) {
    memcpy(Bytes + Size, P, N);
    Size += N;
    return *this;
  }
  const uint8_t *begin() const { return Bytes; }
  const uint8_t *end() const { return Bytes + Size; }

private:
  // Static, since a descriptor reaches 2 GiB far.
  alignas(4) static uint8_t Bytes[256];
  size_t Size = 0;
};
alignas(4) uint8_t Section::Bytes[256];

class Registered {
public:
  explicit Registered(const Section &S) : S(S) {
    __deferc_registerfuncdata(S.begin(), S.end());
  }
  ~Registered() { __deferc_unregisterfuncdata(S.begin(), S.end()); }

private:
  const Section &S;
};

Log *TheLog;
void runFirst(void *Env, bool) {
  TheLog->add("first" + std::to_string(*(int *)Env));
}
void runSecond(void *Env, bool Panicking) {
  TheLog->add("second" + std::to_string(*(int *)Env));
  if (Panicking)
    recoverHere(__deferc_currentpanic());
}

void plain() {}
void deferredEntryPoint() {}

} // namespace

TEST(DeferredEntry, IsFoundThroughFuncdata) {
  Section S;
  S.put32(FuncdataMagic).put8(FuncdataKindRecovers).put8(0).put16(16);
  S.putRelative(reinterpret_cast<void *>(plain));
  S.putRelative(reinterpret_cast<void *>(deferredEntryPoint));
  auto *Plain = reinterpret_cast<void *>(plain);
  EXPECT_EQ(__deferc_deferredentry(Plain), Plain);
  {
    Registered R(S);
    EXPECT_EQ(__deferc_deferredentry(Plain),
              reinterpret_cast<void *>(deferredEntryPoint));
  }
  EXPECT_EQ(__deferc_deferredentry(Plain), Plain);
}

TEST(DeferredEntry, OfNullIsNull) {
  EXPECT_EQ(__deferc_deferredentry(nullptr), nullptr);
}

TEST(FuncdataDescriptor, DecodesTheFrameRelativeToItsRegister) {
  Section S;
  S.put32(FuncdataMagic).put8(FuncdataKindOpenCoded).put8(1).put16(28);
  S.putRelative(reinterpret_cast<void *>(plain));
  S.putRelative(reinterpret_cast<void *>(runFirst)).put32(16);
  StackFrame F = {};
  F.RBP = 0x1000;
  F.RBX = 0x2000;
  struct {
    std::vector<uint8_t> Lea;
    uintptr_t Frame;
  } Cases[] = {{{0x48, 0x8d, 0x45, 0xf0}, 0xff0},
               {{0x48, 0x8d, 0x85, 0x00, 0xff, 0xff, 0xff}, 0xf00},
               {{0x48, 0x8d, 0x43, 0x10}, 0x2010},
               {{0x48, 0x8d, 0x03}, 0x2000},
               {{0x48, 0x8d, 0x83, 0x00, 0x01, 0x00, 0x00}, 0x2100}};
  for (auto &C : Cases) {
    Section T = S;
    T.put(C.Lea.data(), C.Lea.size());
    FuncdataDescriptor D{T.begin()};
    EXPECT_EQ(reinterpret_cast<uintptr_t>(D.frame(F)), C.Frame);
    EXPECT_EQ(D.envOffset(0), 16u);
    EXPECT_EQ(D.run(0), runFirst);
  }
}

TEST(FuncdataDescriptorDeathTest, RefusesOtherInstructions) {
  const uint8_t Instructions[][4] = {
      {0x48, 0x8d, 0x44, 0x24}, // leaq D(%rsp), %rax
      {0x48, 0x8d, 0x41, 0x10}, // leaq 16(%rcx), %rax
      {0x48, 0x8d, 0x46, 0x10}, // leaq 16(%rsi), %rax
      {0x49, 0x8d, 0x43, 0x10}, // leaq 16(%r11), %rax
      {0x49, 0x8d, 0x45, 0x10}, // leaq 16(%r13), %rax
      {0x48, 0x8d, 0x5d, 0x10}, // leaq 16(%rbp), %rbx
      {0x48, 0x8d, 0x05, 0x10}, // leaq D(%rip), %rax
      {0x48, 0x8d, 0xc5, 0x90}, // a register is no place
      {0x48, 0x8b, 0x45, 0x10}, // movq 16(%rbp), %rax
      {0x8d, 0x45, 0x10, 0x90}, // leal 16(%rbp), %eax
  };
  for (const auto &I : Instructions) {
    Section S;
    S.put32(FuncdataMagic).put8(FuncdataKindOpenCoded).put8(0).put16(20);
    S.putRelative(reinterpret_cast<void *>(plain)).put(I, sizeof I).put32(0);
    FuncdataDescriptor D{S.begin()};
    EXPECT_EXIT(D.frame({}), testing::ExitedWithCode(2),
                "fatal error: damaged funcdata at .*: the frame of a function "
                "that defers is not relative to %rbp or %rbx");
  }
}

/// Registering the section, as a constructor of its object does, ends the
/// program with this message.
void expectRefused(const Section &S, const std::string &Message) {
  EXPECT_EXIT({ Registered R(S); }, testing::ExitedWithCode(2), Message);
}

/// A descriptor's header, and zeros up to the end of its section.
Section descriptor(uint32_t Magic, uint8_t Kind, uint8_t Count, uint16_t Size,
                   size_t Room) {
  Section S;
  S.put32(Magic).put8(Kind).put8(Count).put16(Size);
  while (S.end() != S.begin() + Room)
    S.put8(0);
  return S;
}

TEST(FuncdataDeathTest, DamageIsReportedWhenTheObjectIsLoaded) {
  const uint32_t Good = FuncdataMagic, Bad = FuncdataMagic ^ 0x01000000;
  const uint8_t Frame = FuncdataKindOpenCoded, Recovers = FuncdataKindRecovers;
  struct {
    const char *What;
    uint32_t Magic;
    uint8_t Kind, Count;
    uint16_t Size;
    size_t Room;
  } Cases[] = {
      {"a magic number that is another's", Bad, Frame, 1, 24, 24},
      {"the same of a function that recovers", Bad, Recovers, 0, 16, 16},
      {"no room for a header", Good, Recovers, 0, 8, 8},
      {"no size, which would be read for ever", Good, Recovers, 0, 0, 16},
      {"less than a header", Good, Recovers, 0, 8, 16},
      {"an odd size", Good, Recovers, 0, 18, 18},
      {"a size beyond the section", Good, Frame, 1, 28, 24},
      {"a size beyond the section", Good, Recovers, 0, 20, 16},
      {"two calls and room for one", Good, Frame, 2, 24, 24},
      {"255 calls", Good, Frame, 255, 24, 24},
      {"a frame without its place", Good, Frame, 1, 20, 20},
      {"no other entry point", Good, Recovers, 0, 12, 12},
  };
  for (const auto &C : Cases) {
    SCOPED_TRACE(C.What);
    // All sections have the same memory, so one after the other.
    expectRefused(descriptor(C.Magic, C.Kind, C.Count, C.Size, C.Room),
                  "fatal error: damaged funcdata at .* in .*RuntimeTests");
  }
}

TEST(FuncdataDeathTest, DamageBehindWholeDescriptorsIsReported) {
  Section S;
  S.put32(FuncdataMagic).put8(FuncdataKindRecovers).put8(0).put16(16);
  S.put32(0).put32(0);
  S.put32(0).put32(0).put32(0).put32(0);
  expectRefused(S, "fatal error: damaged funcdata at .* in .*RuntimeTests");
}

TEST(RegisterFuncdata, FindsFunctionsInWhateverOrderTheLinkerLeaves) {
  struct {
    void *Function, *Entry;
  } Functions[] = {
      {reinterpret_cast<void *>(plain), reinterpret_cast<void *>(runFirst)},
      {reinterpret_cast<void *>(runFirst), reinterpret_cast<void *>(plain)},
      {reinterpret_cast<void *>(deferredEntryPoint),
       reinterpret_cast<void *>(runSecond)},
  };
  for (bool Descending : {false, true}) {
    std::sort(std::begin(Functions), std::end(Functions),
              [&](const auto &A, const auto &B) {
                return (A.Function < B.Function) != Descending;
              });
    Section S;
    for (const auto &F : Functions)
      S.put32(FuncdataMagic)
          .put8(FuncdataKindRecovers)
          .put8(0)
          .put16(16)
          .putRelative(F.Function)
          .putRelative(F.Entry);
    Registered R(S);
    for (const auto &F : Functions)
      EXPECT_EQ(__deferc_deferredentry(F.Function), F.Entry);
  }
}

TEST(FuncdataDeathTest, AKindThatIsNotKnownIsReportedWhenTheObjectIsLoaded) {
  for (int Kind : {0, 3, 255}) {
    Section S;
    S.put32(FuncdataMagic)
        .put8(uint8_t(Kind))
        .put8(0)
        .put16(16)
        .put32(0)
        .put32(0);
    expectRefused(S, "fatal error: .*RuntimeTests has funcdata of kind " +
                         std::to_string(Kind) +
                         ", which this runtime does not know");
  }
}

TEST(RegisterFuncdata, TellsApartObjectsThatComeAndGoWhileOthersAreSearched) {
  // Two objects with the same function, of which the second comes and goes.
  Section S;
  auto *Plain = reinterpret_cast<void *>(plain);
  auto *Deferred = reinterpret_cast<void *>(deferredEntryPoint);
  for (int I = 0; I != 2; ++I) {
    S.put32(FuncdataMagic).put8(FuncdataKindRecovers).put8(0).put16(16);
    S.putRelative(Plain).putRelative(Deferred);
  }
  const uint8_t *Middle = S.begin() + 16;
  __deferc_registerfuncdata(S.begin(), Middle);
  std::atomic<bool> Done = false;
  std::thread ComesAndGoes([&] {
    for (int I = 0; I != 1000000; ++I) {
      __deferc_registerfuncdata(Middle, S.end());
      __deferc_unregisterfuncdata(Middle, S.end());
    }
    Done = true;
  });
  unsigned Missed = 0;
  while (!Done)
    Missed += __deferc_deferredentry(Plain) != Deferred;
  ComesAndGoes.join();
  EXPECT_EQ(Missed, 0u);
  __deferc_unregisterfuncdata(S.begin(), Middle);
  EXPECT_EQ(__deferc_deferredentry(Plain), Plain);
}

/// An open-coded function as compiled: bits and environments in the frame, the
/// descriptor in a section of its own, the slot as an instruction.
#define OPEN_CODED_FUNCDATA(Slot)                                              \
  asm volatile("971:\n\t"                                                      \
               ".pushsection deferc_test_funcdata,\"a\",@progbits\n\t"         \
               "972:\n\t"                                                      \
               ".long 0x46504544\n\t"                                          \
               ".byte 1, 2\n\t"                                                \
               ".short 973f - 972b\n\t"                                        \
               ".long 971b - .\n\t"                                            \
               ".long %c1 - .\n\t"                                             \
               ".long 16\n\t"                                                  \
               ".long %c2 - .\n\t"                                             \
               ".long 20\n\t"                                                  \
               "leaq %0, %%rax\n\t"                                            \
               ".p2align 2, 0x90\n\t"                                          \
               "973:\n\t"                                                      \
               ".popsection"                                                   \
               : "+m"(Slot)                                                    \
               : "i"(runFirst), "i"(runSecond)                                 \
               : "memory")

extern "C" const uint8_t __start_deferc_test_funcdata[],
    __stop_deferc_test_funcdata[];

// The address sanitizer would move the frame; then the compiler uses records.
__attribute__((noinline, no_sanitize("address"))) static bool
openCoded(unsigned Bits, bool Panics) {
  struct alignas(16) OpenFrame {
    volatile uint8_t DeferBits;
    char Padding[15];
    int Operands[2];
  } F;
  F.DeferBits = 0;
  OPEN_CODED_FUNCDATA(F);
  // The frame pointer is the base of what the descriptor names.
  asm volatile("" ::"r"(__builtin_frame_address(0)));
  F.Operands[0] = 10;
  F.Operands[1] = 20;
  F.DeferBits = Bits;
  try {
    if (Panics)
      deferc_panic(1);
  } catch (...) {
    if (!__deferc_caught(&F))
      throw;
    return true;
  }
  return false;
}

TEST(OpenCodedFrames, RunsTheHighestBitFirstUntilOneRecovers) {
  __deferc_registerfuncdata(__start_deferc_test_funcdata,
                            __stop_deferc_test_funcdata);
  Log L;
  TheLog = &L;
  EXPECT_FALSE(openCoded(3, false));
  EXPECT_TRUE(openCoded(3, true));
  EXPECT_EQ(L.all(), "second20");
  EXPECT_TRUE(deferring([&](Defers &D) {
    D.defer([&](void *Token) { recoverHere(Token); });
    openCoded(1, true);
  }));
  EXPECT_EQ(L.all(), "second20 first10");
  __deferc_unregisterfuncdata(__start_deferc_test_funcdata,
                              __stop_deferc_test_funcdata);
}

TEST(OpenCodedFramesDeathTest, RefusesBitsWithoutADeferStatement) {
  __deferc_registerfuncdata(__start_deferc_test_funcdata,
                            __stop_deferc_test_funcdata);
  // Of the frame's two statements the first is pending as well; nothing runs.
  for (unsigned Bit = 2; Bit != 8; ++Bit) {
    char Text[100];
    snprintf(Text, sizeof Text,
             "fatal error: damaged defer bits %#x in a frame of 2 deferred "
             "calls",
             1u << Bit | 1);
    EXPECT_EXIT(openCoded(1u << Bit | 1, true), testing::ExitedWithCode(2),
                Text);
  }
  __deferc_unregisterfuncdata(__start_deferc_test_funcdata,
                              __stop_deferc_test_funcdata);
}
