/*===- stddefer.h - The C standard's `defer` beside ours ----------*- C -*-===*\
|*                                                                            *|
|* Part of the deferc project, under the Apache License v2.0 with LLVM        *|
|* Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception        *|
|*                                                                            *|
|*===----------------------------------------------------------------------===*|
|*                                                                            *|
|* Stands before clang's header of the same name, which makes `defer` the     *|
|* statement of ISO/IEC TS 25755, run when its block ends. Where `defer` is *|
|* the word of <defer.h>, that would change what the program means.           *|
|*                                                                            *|
\*===----------------------------------------------------------------------===*/

#if defined(__STDC_DEFER_TS25755__) && defined(DEFERC_DEFER_H) &&              \
    !defined(DEFERC_NO_KEYWORDS) && defined(defer) &&                          \
    !defined(__STDC_VERSION_STDDEFER_H__)
#error                                                                         \
    "<stddefer.h> after <defer.h> would change `defer`: leave out one of them, or define `DEFERC_NO_KEYWORDS` before <defer.h>, which leaves `_DeferC` for its statement"
#else
#include_next <stddefer.h>
#endif
