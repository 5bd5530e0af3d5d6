//===- FuncdataTest.cpp - Open-coded frames and deferred entry points -----===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Functions here are what an open-coded function and one that recovers look
/// like to the runtime: a frame, and funcdata in the form of RecordLayout.def.
///
//===----------------------------------------------------------------------===//

#include "unwind/Funcdata.h"
#include "DeferringFrame.h"

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
  S.put32(FuncdataMagic).put8(FuncdataKindEntry).put8(0).put16(16);
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

TEST(RunOpenDeferFrame, DecodesTheFrameRelativeToItsRegister) {
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

TEST(RunOpenDeferFrameDeathTest, RefusesOtherRegisters) {
  Section S;
  S.put32(FuncdataMagic).put8(FuncdataKindOpenCoded).put8(0).put16(20);
  S.putRelative(reinterpret_cast<void *>(plain));
  const uint8_t RelativeToRSP[] = {0x48, 0x8d, 0x44, 0x24,
                                   0x10, 0x90, 0x90, 0x90};
  S.put(RelativeToRSP, sizeof RelativeToRSP);
  FuncdataDescriptor D{S.begin()};
  EXPECT_EXIT(D.frame({}), testing::ExitedWithCode(2),
              "fatal error: damaged funcdata at .*: the frame of a function "
              "that defers "
              "is not relative to %rbp or %rbx");
}

/// Registering the section, as a constructor of its object does, ends the
/// program with this message.
void expectRefused(const Section &S, const std::string &Message) {
  EXPECT_EXIT({ Registered R(S); }, testing::ExitedWithCode(2), Message);
}

TEST(FuncdataDeathTest, DamageIsReportedWhenTheObjectIsLoaded) {
  const char Message[] =
      "fatal error: damaged funcdata at .* in .*RuntimeTests";
  // Sections have the same memory, so one after the other.
  expectRefused(Section().put32(0x12345678).put32(0).put32(0).put32(0),
                Message);
  expectRefused(Section().put32(FuncdataMagic), Message);
  auto begin = [](uint8_t Kind, uint8_t Count, uint16_t Size) {
    return Section().put32(FuncdataMagic).put8(Kind).put8(Count).put16(Size);
  };
  // Beyond the end of the section.
  expectRefused(begin(FuncdataKindEntry, 0, 20).put32(0).put32(0), Message);
  // Fewer bytes than two defer statements have.
  expectRefused(
      begin(FuncdataKindOpenCoded, 2, 24).put32(0).put32(0).put32(0).put32(0),
      Message);
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
    S.put32(FuncdataMagic).put8(FuncdataKindEntry).put8(0).put16(16);
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

TEST(RunOpenDeferFrame, RunsTheHighestBitFirstUntilOneRecovers) {
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
