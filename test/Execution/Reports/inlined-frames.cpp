// RUN: %deferc++ -O2 -g %s -o %t && not %t 2>&1 | FileCheck %s --strict-whitespace
// RUN: %deferc++ -O2 -gline-tables-only %s -o %t && not %t 2>&1 | FileCheck %s --strict-whitespace
//
// Intent: a function that was inlined is a frame with a place of its own, in a deferred
// call and in a block too; only the function that it is in has an offset. What makes the
// call has no frame, whatever became of it.

#include <defer.h>

static inline void deepest() { panic("again"); }
static inline void deferred() { deepest(); }

static inline void thrower() {
  defer { deferred(); };
  panic("origin");
}

static inline void outer() { thrower(); }

int main() { outer(); }

// CHECK:      {{^}}goroutine 1 [running]:
// CHECK-NEXT: {{^}}deepest(...)
// CHECK-NEXT: {{^}}	{{.*}}inlined-frames.cpp:10{{$}}
// CHECK-NEXT: {{^}}deferred(...)
// CHECK-NEXT: {{^}}	{{.*}}inlined-frames.cpp:11{{$}}
// CHECK-NEXT: {{^}}thrower.func1(...)
// CHECK-NEXT: {{^}}	{{.*}}inlined-frames.cpp:14{{$}}
// CHECK-NEXT: {{^}}panic(...)
// CHECK-NEXT: {{^	.}}
// CHECK-NEXT: {{^}}thrower(...)
// CHECK-NEXT: {{^}}	{{.*}}inlined-frames.cpp:15{{$}}
// CHECK-NEXT: {{^}}outer(...)
// CHECK-NEXT: {{^}}	{{.*}}inlined-frames.cpp:18{{$}}
// CHECK-NEXT: {{^}}main(...)
// CHECK-NEXT: {{^}}	{{.*}}inlined-frames.cpp:20 +0x{{[0-9a-f]+}}{{$}}
// CHECK-NOT:  (...)
