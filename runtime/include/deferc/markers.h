/*===- markers.h - What the frontend makes of the words -----------*- C -*-===*\
|*                                                                            *|
|* Part of the deferc project, under the Apache License v2.0 with LLVM        *|
|* Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception        *|
|*                                                                            *|
|*===----------------------------------------------------------------------===*|
|*                                                                            *|
|* A part of <defer.h>: functions that the words call, or that the frontend   *|
|* calls and does not declare itself. The passes replace the calls of the     *|
|* first two, which are defined nowhere. The third is the runtime's.          *|
|*                                                                            *|
\*===----------------------------------------------------------------------===*/

#ifndef DEFERC_MARKERS_H
#define DEFERC_MARKERS_H

#ifdef __cplusplus
extern "C" {
#endif

#define __DEFERC_MARK                                                          \
  __attribute__((error("a deferc marker reached code generation: the passes "  \
                       "did not run"),                                         \
                 nothrow))
/* Begins the closure that the frontend makes of a defer statement. */
void __deferc_form(void) __DEFERC_MARK;
/* The recover token of the function that calls it. */
void *__deferc_mark_token(void) __DEFERC_MARK;
/* Ends the program when an exception leaves a `noexcept` function that defers.
 */
void __deferc_unwind_noexcept(void);

#ifdef __cplusplus
} // extern "C"
#endif

#endif /* DEFERC_MARKERS_H */
