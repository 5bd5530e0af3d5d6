/*===- defer.h - defer, panic and recover for C and C++ -----------*- C -*-===*\
|*                                                                            *|
|* Part of the deferc project, under the Apache License v2.0 with LLVM        *|
|* Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception        *|
|*                                                                            *|
|*===----------------------------------------------------------------------===*|
|*                                                                            *|
|* The words of deferc, for C11 and later and for C++17 and later:            *|
|*                                                                            *|
|*   defer CALL;  defer { ... }      run when the function returns            *|
|*   defer_result T name = init;     the result, as deferred calls see it     *|
|*   panic(v)  panicf(fmt, ...)      start panicking                          *|
|*   recover()                       stop panicking, in a deferred function   *|
|*   goexit()                        run the deferred calls, end the thread   *|
|*   defer_fault_panics              faults of a function become panics       *|
|*                                                                            *|
|* DEFERC_NO_KEYWORDS before the include leaves these words to the program.   *|
|* The spellings with `_DeferC` and `deferc_` are always there. The sections  *|
|* named below are those of docs/LanguageReference.md. Names that begin with  *|
|* two underscores are deferc's own.                                          *|
|*                                                                            *|
\*===----------------------------------------------------------------------===*/

#ifndef DEFERC_DEFER_H
#define DEFERC_DEFER_H

#ifndef __DEFERC__
#error                                                                         \
    "<defer.h> needs the deferc compiler: build this file with `deferc` (C) or `deferc++` (C++)"
#endif

#ifndef DEFERC_NO_KEYWORDS
#if defined(defer) && defined(__STDC_VERSION_STDDEFER_H__)
#error                                                                         \
    "<defer.h> after <stddefer.h> would change `defer`: leave out one of them, or define `DEFERC_NO_KEYWORDS` before <defer.h>, which leaves `_DeferC` for its statement"
#elif defined(defer) || defined(panic) || defined(panicf) ||                   \
    defined(recover) || defined(goexit)
#error                                                                         \
    "a word of <defer.h> is a macro already (`defer`, `panic`, `panicf`, `recover` or `goexit`): `#undef` it, or define `DEFERC_NO_KEYWORDS` before <defer.h>"
#endif
#endif

#include "deferc/abi.h"
#include "deferc/markers.h"
#include "deferc/recovered.h"
#ifdef __cplusplus
#include "deferc/value.h"
#else
#include "deferc/panic.h"
#endif

/* defer CALL;    Evaluates the operands of the call now. Makes the call when
   defer { ... }  the function returns, last in, first out, also when a panic or
                  an exception ends the function. Without a loop and with
   optimisation, it costs a store for each operand and the call itself; else a
   record, which in a loop comes from the heap. Sections 2 to 5, and 17. */
#define _DeferC _Pragma("deferc defer") __deferc_defer
#ifndef DEFERC_NO_KEYWORDS
#define defer _Pragma("deferc defer") __deferc_defer
#endif

/* defer_result T name = init;  Names the function's result: `return e;` assigns
   to it, deferred calls may read and change it, and the caller gets its final
   value. Costs no more than a local variable. Section 6. */
#define _DeferC_result __attribute__((annotate("deferc.result"), unused))
#ifndef DEFERC_NO_KEYWORDS
#define defer_result                                                           \
  _Pragma("deferc defer_result")                                               \
      __attribute__((annotate("deferc.result"), unused))
#endif

/* Before a function: following or calling a null pointer, and dividing by zero,
   panics there, or does not, whatever -fdefer-fault-panics says. The last one
   counts. Costs a test for each of these. Section 9. */
#define _DeferC_fault_panics __attribute__((annotate("deferc.fault-panics")))
#define _DeferC_no_fault_panics                                                \
  __attribute__((annotate("deferc.no-fault-panics")))
#ifndef DEFERC_NO_KEYWORDS
#define defer_fault_panics                                                     \
  _Pragma("deferc defer_fault_panics")                                         \
      __attribute__((annotate("deferc.fault-panics")))
#define defer_no_fault_panics                                                  \
  _Pragma("deferc defer_no_fault_panics")                                      \
      __attribute__((annotate("deferc.no-fault-panics")))
#endif

#ifndef __cplusplus

/* panic(v)          Starts panicking with a number, a string or a pointer: runs
   panicf(fmt, ...)  deferred calls, on top of the stack, until one of them
                     recovers. Without one, prints a report and ends the
   program with status 2. panicf makes a string by printf's rules. Each
   allocates the value, and does not return. Section 7. */
#ifndef DEFERC_NO_KEYWORDS
#define panic(...) _Pragma("deferc panic") deferc_panic(__VA_ARGS__)
#define panicf(...) _Pragma("deferc panicf") deferc_panicf(__VA_ARGS__)
#endif

/* recover()  In a function that a panic runs as a deferred call: stops the
   panic and returns its value. Anywhere else: returns nothing, of the kind
   DEFER_NONE. Neither allocates, locks nor unwinds; the stack is unwound when
   the deferred function returns. Section 8. */
#define deferc_recover() __deferc_recover(__deferc_mark_token())
#ifndef DEFERC_NO_KEYWORDS
#define recover(...) _Pragma("deferc recover") deferc_recover(__VA_ARGS__)
#endif

/* goexit()  Runs the deferred calls of the thread, then ends the thread. A
   recover does not stop it. Section 10. */
#ifndef DEFERC_NO_KEYWORDS
#define goexit(...) _Pragma("deferc goexit") deferc_goexit(__VA_ARGS__)
#endif

#else // C++

/// Starts panicking with a copy of the value, of any type that can be copied or
/// moved; arrays decay. Runs deferred calls, on top of the stack, until one of
/// them recovers. Without one, prints a report and ends the program with status
/// 2. A null pointer, and the empty result of a recover(), are Go's nil panic.
/// Allocates the value, and does not return. Section 7.
template <typename __V> __DEFERC_NORETURN void deferc_panic(__V __Value) {
  __deferc::panicWith(__Value);
}

/// In a function that a panic runs as a deferred call: stops the panic and
/// returns its value. Anywhere else: returns nothing. Neither allocates, locks
/// nor unwinds; the stack is unwound when the deferred function returns.
/// Section 8.
inline defer_recovered deferc_recover(void *__token = __deferc_mark_token()) {
  return defer_recovered(__deferc_gorecover(__token));
}

// deferc_panicf and deferc_goexit are those of C.

#ifndef DEFERC_NO_KEYWORDS
/// As deferc_panic.
template <typename __V> __DEFERC_NORETURN inline void panic(__V __Value) {
  __deferc::panicWith(__Value);
}
/// As deferc_recover.
inline defer_recovered recover(void *__token = __deferc_mark_token()) {
  return defer_recovered(__deferc_gorecover(__token));
}
/// Runs the deferred calls of the thread, then ends the thread. A recover does
/// not stop it. Section 10.
__DEFERC_NORETURN void goexit() __asm__("deferc_goexit");
/// Panics with a string that is made by printf's rules. Section 7.
__DEFERC_NORETURN __attribute__((format(printf, 1, 2))) void
panicf(const char *__Format, ...) __asm__("deferc_panicf");
#endif

#endif /* __cplusplus */
#endif /* DEFERC_DEFER_H */
