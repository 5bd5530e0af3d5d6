//===- exception.cpp - The exception object of a recovery -----------------===//
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
/// the recovery is finished, a `catch (...)` has stopped the unwinding: the
/// program would go on in the middle of a function that was to be left, so it
/// is stopped with a message.
///
/// libc++abi's `throw;` raises the exception anew, with a search for a handler.
/// When there is none further out, or a noexcept function is, it terminates
/// although a frame between waits for the recovery. The exception's own
/// terminate handler (Itanium ABI 2.2.1) is ours, and goes on with a forced
/// unwind from the frame of the `throw;`.
///
//===----------------------------------------------------------------------===//

#include "Runtime.h"
#include "value/ValueMemory.h"

#include <stdlib.h>

// The C++ library, where there is one (Itanium ABI 2.4 and 2.5).
extern "C" {
struct CxaGlobals {
  void *CaughtExceptions;
  unsigned UncaughtExceptions;
};
__attribute__((weak)) void *__cxa_allocate_exception(size_t Size);
__attribute__((weak)) void *
__cxa_init_primary_exception(void *Object, void *TypeInfo,
                             void (*Destroy)(void *));
__attribute__((weak)) CxaGlobals *__cxa_get_globals();
__attribute__((weak)) void *__cxa_begin_catch(void *Exception);
__attribute__((weak)) void __cxa_end_catch();
__attribute__((weak)) void __cxa_rethrow();
/// The vtable of std::type_info's subclass for classes without bases.
__attribute__((weak)) extern void *
    ClassTypeInfoVTable[] __asm__("_ZTVN10__cxxabiv117__class_type_infoE");
}

namespace deferc {

bool isBeingCaught(const Recovery *R) noexcept {
  return !R->Header || __cxa_get_globals()->CaughtExceptions == R->Header;
}

namespace {

constexpr uint64_t RecoveryMagic = 0x7265636f76657279; // "recovery"
constexpr uint64_t OurClass = 0x4445464552430000;      // "DEFERC\0\0"
/// Vendor and language, without the byte that marks a dependent exception.
constexpr uint64_t GnuClass = 0x474e5543432b2b00;  // "GNUCC++\0"
constexpr uint64_t LlvmClass = 0x434c4e47432b2b00; // "CLNGC++\0"
constexpr uint64_t ClassMask = ~uint64_t(0xff);

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

bool isNative(const _Unwind_Exception *E) {
  uint64_t Class = E->exception_class & ClassMask;
  return Class == GnuClass || Class == LlvmClass;
}

void checkFinished(const Recovery *R) {
  if (!R->Finished)
    fatal("a `catch (...)` handler stopped the unwinding of a recovered panic; "
          "it must "
          "rethrow what it catches");
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
  __deferc_releasevalue(Whole);
}

//===-- libc++abi ---------------------------------------------------------===//

/// The part of libc++abi's header that matters here.
struct LlvmHeader {
  void *Reserve;
  size_t ReferenceCount;
  void *ExceptionType;
  void (*Destructor)(void *);
  void (*UnexpectedHandler)();
  void (*TerminateHandler)();
  LlvmHeader *NextException;
  int HandlerCount;
};

/// Looks for the frame that rethrows, below the handler.
struct RethrowSearch {
  StackFrame F; ///< The caller of __cxa_rethrow.
  bool InRethrow;
  bool Found;
};

_Unwind_Reason_Code findRethrow(_Unwind_Context *Context, void *Argument) {
  auto *S = static_cast<RethrowSearch *>(Argument);
  readFrame(Context, S->F);
  if (S->InRethrow) {
    S->Found = true;
    return _URC_NORMAL_STOP;
  }
  uintptr_t Start = S->F.IP ? functionStart(S->F.IP) : 0;
  auto is = [Start](auto *F) {
    return Start == reinterpret_cast<uintptr_t>(F);
  };
  if (!Start || is(&_Unwind_ForcedUnwind) || is(&_Unwind_Resume))
    return _URC_NORMAL_STOP;
  S->InRethrow = is(&__cxa_rethrow);
  return _URC_NO_REASON;
}

Recovery *caughtRecovery() {
  G *Self = __deferc_g;
  for (Recovery *R = Self ? Self->Recoveries : nullptr; R; R = R->Link)
    if (isBeingCaught(R))
      return R;
  return nullptr;
}

/// The terminate handler of our exceptions: libc++abi has caught the exception
/// to end the program with it.
void terminateOrGoOn() {
  Recovery *R = caughtRecovery();
  RethrowSearch S = {};
  if (R)
    _Unwind_Backtrace(findRethrow, &S);
  if (!S.Found) {
    if (R && R->Terminate)
      R->Terminate();
    abort();
  }
  // Takes back what __cxa_begin_catch has done since the `throw;`.
  auto *Header = static_cast<LlvmHeader *>(R->Header);
  Header->HandlerCount = -(Header->HandlerCount - 1);
  ++__cxa_get_globals()->UncaughtExceptions;
  resumeRecovery(R, S.F);
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
  R->Magic = RecoveryMagic;
  R->Owner = Self;
  R->Link = Self->Recoveries;
  Self->Recoveries = R;
  return R;
}

Recovery *recoveryOf(G *Self, const void *Exception) noexcept {
  for (Recovery *R = Self->Recoveries; R; R = R->Link)
    if (R->Exception == Exception)
      return R;
  return nullptr;
}

void unlinkRecovery(Recovery *R) noexcept {
  for (Recovery **At = &R->Owner->Recoveries; *At; At = &(*At)->Link)
    if (*At == R) {
      *At = R->Link;
      break;
    }
  R->Finished = true;
}

void finishRecovery(Recovery *R) noexcept {
  unlinkRecovery(R);
  endException(R->Exception);
}

void endException(_Unwind_Exception *E) noexcept {
  if (isNative(E) && __cxa_begin_catch && __cxa_end_catch) {
    __cxa_begin_catch(E);
    __cxa_end_catch();
    return;
  }
  _Unwind_DeleteException(E);
}

void countUncaught(const _Unwind_Exception *E, bool Back) noexcept {
  if (isNative(E) && __cxa_get_globals)
    __cxa_get_globals()->UncaughtExceptions += Back ? 1 : -1;
}

void terminateWith(_Unwind_Exception *E) noexcept {
  if (__cxa_begin_catch)
    __cxa_begin_catch(E);
  if (deferc_std_terminate)
    deferc_std_terminate();
  abort();
}

} // namespace deferc
