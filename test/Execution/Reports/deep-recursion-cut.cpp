// RUN: %deferc++ -O1 -g -fno-optimize-sibling-calls %s -o %t
// RUN: not %t plain 99 2>&1 | FileCheck %s --check-prefix=WHOLE
// RUN: not %t plain 99 2>&1 | grep -c '^plain' | grep -x 99
// RUN: not %t plain 100 2>&1 | FileCheck %s --check-prefix=ONE
// RUN: not %t plain 100 2>&1 | grep -c '^plain' | grep -x 99
// RUN: not %t plain 100000 2>&1 | FileCheck %s --check-prefix=MANY
// RUN: not %t inlined 1000 2>&1 | FileCheck %s --check-prefix=INLINED
// RUN: not %t block 100 2>&1 | FileCheck %s --check-prefix=BLOCK
// RUN: not %t block 100 2>&1 | grep -c '^[^	].*(...)$' | grep -x 100
//
// Intent: of a deep stack the first and last 50 frames are shown. What is counted
// between them is what would have been shown: inlined frames, but not the runtime's and
// not wrappers.

#include <cstdlib>
#include <cstring>
#include <defer.h>

__attribute__((noinline)) static int plain(int N) {
  if (N == 1)
    panic("plain");
  return plain(N - 1) + N;
}

__attribute__((noinline)) static int inlined(int N);

__attribute__((always_inline)) static inline int step(int N) {
  return inlined(N - 1) + N;
}

static int inlined(int N) {
  if (N == 1)
    panic("inlined");
  return step(N);
}

// Three frames that are shown for each N: the function, its block and the panic.
__attribute__((noinline)) static void block(int N) {
  defer {
    if (N > 1)
      block(N - 1);
  };
  panic(N);
}

int main(int, char **Arguments) {
  int N = std::atoi(Arguments[2]);
  if (!std::strcmp(Arguments[1], "plain"))
    return plain(N);
  if (!std::strcmp(Arguments[1], "inlined"))
    return inlined(N);
  block(N);
}

// WHOLE-NOT: elided
// ONE:       {{^}}plain(...)
// ONE:       {{^}}...1 frames elided...{{$}}
// ONE-NEXT:  {{^}}plain(...)
// ONE:       {{^}}main(...)
// MANY:      {{^}}...99901 frames elided...{{$}}
// The panicking one, 999 with `step` each, and main.
// INLINED:   {{^}}...1900 frames elided...{{$}}
// 100 functions, 99 blocks, 99 panics below the first frame, and main.
// BLOCK:     {{^}}...199 frames elided...{{$}}
