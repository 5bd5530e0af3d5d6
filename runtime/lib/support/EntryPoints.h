//===- EntryPoints.h - What lowered code calls ------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Declares the functions of RuntimeFunctions.def with the runtime's types, and
/// checks each declaration against that list, which the compiler expands too.
/// A file that defines one of them includes this header. Functions that users'
/// code calls too are declared in deferc/abi.h.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_SUPPORT_ENTRYPOINTS_H
#define DEFERC_RUNTIME_SUPPORT_ENTRYPOINTS_H

#include "deferc/abi.h"
#include "support/Layout.h"

#include <stdint.h>
#include <unwind.h>

namespace deferc DEFERC_HIDDEN {
struct DeferFrame;
} // namespace deferc DEFERC_HIDDEN

using deferc::DeferFrame;
using deferc::RunHalf;

extern "C" {
void *__deferc_newdefer(DeferFrame *F, uint64_t Size, uint64_t Align) noexcept;
void __deferc_deferproc(DeferFrame *F, void *Env, RunHalf Run,
                        uint32_t Segment) noexcept;
void __deferc_deferprocStack(DeferFrame *F, void *Env, RunHalf Run,
                             uint32_t Segment) noexcept;
void __deferc_deferreturn(DeferFrame *F, uint32_t Segment);
bool __deferc_recovered(void *F, _Unwind_Exception *E) noexcept;
bool __deferc_caught(void *F) noexcept;
void *__deferc_replaced(void *F, _Unwind_Exception *Old,
                        _Unwind_Exception *New) noexcept;
void *__deferc_currentpanic() noexcept;
void *__deferc_deferredentry(void *Function) noexcept;
void *__deferc_newbox(DeferFrame *F, uint64_t Size, uint64_t Align, void *Old,
                      uint32_t Taken) noexcept;
[[noreturn]] void __deferc_noresult(void *F);
void __deferc_registerfuncdata(const void *Begin, const void *End) noexcept;
void __deferc_unregisterfuncdata(const void *Begin, const void *End) noexcept;
}

namespace deferc::contract {

/// A letter for each word of the list, and for the types that it stands for.
template <typename T> inline constexpr char Letter = '?';
template <typename T> inline constexpr char Letter<T *> = 'p';
template <> inline constexpr char Letter<void> = 'v';
template <> inline constexpr char Letter<bool> = 'b';
template <> inline constexpr char Letter<uint32_t> = 'i';
template <> inline constexpr char Letter<uint64_t> = 'l';

// The words themselves.
struct Void;
struct Ptr;
struct Bool;
struct I32;
struct I64;
template <> inline constexpr char Letter<Void> = 'v';
template <> inline constexpr char Letter<Ptr> = 'p';
template <> inline constexpr char Letter<Bool> = 'b';
template <> inline constexpr char Letter<I32> = 'i';
template <> inline constexpr char Letter<I64> = 'l';
enum Exit { Returns, MayUnwind, NoReturn };

/// A signature of the list. It matches a declaration that has the same letters
/// and is noexcept exactly when the list says Returns.
template <typename R, typename... P> struct Signature {
  template <bool N, typename DR, typename... DP>
  static constexpr bool matches(DR (*)(DP...) noexcept(N), Exit E) {
    if constexpr (sizeof...(P) != sizeof...(DP))
      return false;
    else
      return Letter<DR> == Letter<R> && ((Letter<DP> == Letter<P>) && ...) &&
             N == (E == Returns);
  }
};
template <typename R, typename... P>
Signature<R, P...> signatureOf(R (*)(P...));

#define DEFERC_RUNTIME(Id, Symbol, Result, Params, Exit)                       \
  static_assert(decltype(signatureOf(static_cast<Result(*) Params>(            \
                    nullptr)))::matches(&Symbol, Exit),                        \
                #Symbol " differs from RuntimeFunctions.def");
#include "deferc/Contract/RuntimeFunctions.def"

} // namespace deferc::contract

#endif // DEFERC_RUNTIME_SUPPORT_ENTRYPOINTS_H
