// RUN: %deferc++ -O0 -g %s -o %t
// RUN: not %t 2>&1 | FileCheck %s --check-prefixes=TRACE,PLAIN
// RUN: not env DEFERC_TRACEBACK=single %t 2>&1 | FileCheck %s --check-prefixes=TRACE,PLAIN
// RUN: not env DEFERC_TRACEBACK=none %t 2>&1 | FileCheck %s --check-prefix=NONE
// RUN: not env DEFERC_TRACEBACK=all %t 2>&1 | FileCheck %s --check-prefixes=TRACE,ALL
// RUN: not --crash env DEFERC_TRACEBACK=crash %t 2>&1 | FileCheck %s --check-prefixes=TRACE,ALL
// RUN: not not --crash env DEFERC_TRACEBACK=all %t
//
// Intent: `none` shows the panics only; `single`, the default, the program's frames;
// `all` and `crash` also the runtime's, wrappers, and what calls main. Only `crash`
// ends by SIGABRT.

#include <defer.h>

static void deferred() { panic("again"); }

int main() {
  defer deferred();
  panic("origin");
}

// NONE:      panic: origin
// NONE-NEXT: {{^}}	panic: again
// NONE-NOT:  {{^.}}

// TRACE:     panic: origin
// TRACE:     {{^}}goroutine 1 [running]:
// PLAIN-NEXT: {{^}}deferred(...)
// PLAIN-NEXT: {{^	.*}}how-much-is-shown.cpp
// PLAIN-NEXT: {{^}}panic(...)
// PLAIN-NEXT: {{^	.}}
// PLAIN-NEXT: {{^}}main(...)
// PLAIN-NEXT: {{^	.*}}how-much-is-shown.cpp
// PLAIN-NOT:  (...)
// ALL:       {{^}}panic(...)
// ALL:       {{^}}deferred(...)
// ALL:       {{^}}main.deferwrap1(...)
// ALL:       {{^}}__deferc_walkstack(...)
// ALL:       {{^}}panic(...)
// ALL:       {{^}}main(...)
// ALL:       {{^}}_start(...)
