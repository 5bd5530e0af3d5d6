//===- recoveryexception.cpp - The exception object of a recovery ---------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The unwinding after a recover needs an exception object. Where the program
/// has a C++ library, it is a native primary exception of that library: then
/// `catch (...) { throw; }`, handlers inside handlers, exception_ptr and
/// uncaught_exceptions see what they expect. Its type is one of ours that no
/// handler names, so only `catch (...)` meets it. In a C program it is a
/// foreign exception (Itanium ABI 1.6.4) with a class of its own.
///
/// The object carries the Recovery. When a handler ends the exception before
/// the recovery is finished, a `catch (...)` has stopped the unwinding. The
/// program would go on in the middle of a function that was to be left, so it
/// is stopped with a message.
///
//===----------------------------------------------------------------------===//

#include "panic/Recovery.h"
#include "support/Fatal.h"
#include "unwind/CxxLibrary.h"
#include "unwind/LlvmHeader.h"
#include "value/ValueMemory.h"

extern "C" {
__attribute__((weak)) void *__cxa_allocate_exception(size_t Size);
__attribute__((weak)) void *
__cxa_init_primary_exception(void *Object, void *TypeInfo,
                             void (*Destroy)(void *));
/// The vtable of std::type_info's subclass for classes without bases.
__attribute__((weak)) extern void *
    ClassTypeInfoVTable[] __asm__("_ZTVN10__cxxabiv117__class_type_infoE");
}

namespace deferc {
namespace {

constexpr uint64_t OurClass = 0x4445464552430000; // "DEFERC\0\0"

/// What a std::type_info looks like (Itanium ABI 2.9.5).
struct TypeInfo {
  void *VTable;
  const char *Name;
};
TypeInfo RecoveredPanicType = {nullptr, "N6deferc15recovered_panicE"};

bool haveNativeExceptions() {
  return __cxa_allocate_exception && __cxa_init_primary_exception &&
         __cxa_get_globals && __cxa_begin_catch && __cxa_end_catch &&
         ClassTypeInfoVTable;
}

void checkFinished(const Recovery *R) {
  if (!R->Finished)
    fatal("a `catch (...)` handler stopped the unwinding of a recovered panic; "
          "it must rethrow what it catches");
}

void destroyNative(void *Object) {
  checkFinished(static_cast<Recovery *>(Object));
}

/// A foreign exception and its recovery, in one piece.
struct ForeignException {
  Recovery R;
  _Unwind_Exception Exception;
};

void destroyForeign(_Unwind_Reason_Code, _Unwind_Exception *E) {
  auto *Whole = reinterpret_cast<ForeignException *>(
      reinterpret_cast<char *>(E) - offsetof(ForeignException, Exception));
  checkFinished(&Whole->R);
  __deferc_freevaluememory(Whole);
}

/// As `throw` makes it, up to the call of the unwinder.
Recovery *makeNative() {
  auto *R = static_cast<Recovery *>(__cxa_allocate_exception(sizeof(Recovery)));
  __atomic_store_n(&RecoveredPanicType.VTable, &ClassTypeInfoVTable[2],
                   __ATOMIC_RELAXED);
  *R = {};
  void *Header =
      __cxa_init_primary_exception(R, &RecoveredPanicType, destroyNative);
  R->Exception = reinterpret_cast<_Unwind_Exception *>(R) - 1;
  // The count is ours to set, as __cxa_throw does.
  if ((R->Exception->exception_class & ClassMask) == GnuClass) {
    constexpr size_t CountSize = 16; // With padding, before __cxa_exception.
    *static_cast<int *>(Header) = 1;
    R->Header = static_cast<char *>(Header) + CountSize;
  } else {
    auto *Llvm = static_cast<LlvmHeader *>(Header);
    Llvm->ReferenceCount = 1;
    R->Terminate = Llvm->TerminateHandler;
    Llvm->TerminateHandler = terminateOrGoOn;
    R->Header = Header;
  }
  ++__cxa_get_globals()->UncaughtExceptions;
  return R;
}

Recovery *makeForeign() {
  auto *Whole = static_cast<ForeignException *>(__deferc_valuememory(
      sizeof(ForeignException), alignof(ForeignException)));
  if (!Whole)
    fatal("out of memory: cannot unwind after a recover");
  *Whole = {};
  Whole->Exception.exception_class = OurClass;
  Whole->Exception.exception_cleanup = destroyForeign;
  Whole->R.Exception = &Whole->Exception;
  return &Whole->R;
}

} // namespace

Recovery *newRecovery(G *Self) noexcept {
  Recovery *R = haveNativeExceptions() ? makeNative() : makeForeign();
  R->Owner = Self;
  R->Link = Self->Recoveries;
  Self->Recoveries = R;
  return R;
}

} // namespace deferc
