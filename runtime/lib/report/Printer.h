//===- Printer.h - Text for stderr ------------------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Collects text and writes it to stderr in large pieces, so that the lines of
/// several threads do not mix. Does not allocate.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_REPORT_PRINTER_H
#define DEFERC_RUNTIME_REPORT_PRINTER_H

#include "support/Config.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

namespace deferc DEFERC_HIDDEN {

class Printer {
public:
  ~Printer() { flush(); }

  void add(const char *S, size_t Size) {
    while (Size) {
      if (Used == sizeof Text)
        flush();
      size_t Part = Size < sizeof Text - Used ? Size : sizeof Text - Used;
      memcpy(Text + Used, S, Part);
      Used += Part;
      S += Part;
      Size -= Part;
    }
  }
  void add(const char *S) { add(S, strlen(S)); }

  __attribute__((format(printf, 2, 3))) void addf(const char *Format, ...) {
    char Line[512];
    va_list Arguments;
    va_start(Arguments, Format);
    int Size = vsnprintf(Line, sizeof Line, Format, Arguments);
    va_end(Arguments);
    if (Size > 0)
      add(Line, size_t(Size) < sizeof Line ? Size : sizeof Line - 1);
  }

  void flush() {
    for (size_t Done = 0; Done < Used;) {
      ssize_t N = write(STDERR_FILENO, Text + Done, Used - Done);
      if (N < 0 && errno == EINTR)
        continue;
      if (N <= 0)
        break;
      Done += N;
    }
    Used = 0;
  }

private:
  char Text[4096];
  size_t Used = 0;
};

} // namespace deferc DEFERC_HIDDEN

#endif // DEFERC_RUNTIME_REPORT_PRINTER_H
