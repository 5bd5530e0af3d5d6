/*===- TextSection.h - Where the code of the runtime is -----------*- C -*-===*\
|*                                                                            *|
|* Part of the deferc project, under the Apache License v2.0 with LLVM        *|
|* Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception        *|
|*                                                                            *|
|*===----------------------------------------------------------------------===*|
|*                                                                            *|
|* All functions of the runtime go to a section of their own, so that a trace *|
|* can tell the runtime's frames from the program's when there are no symbols.*|
|*                                                                            *|
\*===----------------------------------------------------------------------===*/

#ifndef DEFERC_RUNTIME_SUPPORT_TEXTSECTION_H
#define DEFERC_RUNTIME_SUPPORT_TEXTSECTION_H

#ifdef __clang__
#pragma clang section text = "deferrt_text"
#endif

#endif /* DEFERC_RUNTIME_SUPPORT_TEXTSECTION_H */
