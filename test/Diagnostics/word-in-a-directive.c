// RUN: %deferc -fsyntax-only -Xclang -verify %s
// RUN: not %deferc -E -o %t.i %s 2>&1 | FileCheck %s
//
// Intent: `#if defer` is one error; the word's pragma does not read on behind the
// directive.
// Message: WordAsName

#include <defer.h>

// CHECK: [[@LINE+1]]:5: error: `defer` begins a defer statement and cannot be a name
#if defer // expected-error {{`defer` begins a defer statement and cannot be a name}}
int no;
#endif
#ifdef defer
int yes = 1;
#endif
// CHECK: 1 error generated.
int f(void) { return yes; }
