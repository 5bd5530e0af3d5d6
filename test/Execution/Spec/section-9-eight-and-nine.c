// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
//
// Intent: eight and nine defers run in the same order.

#include <defer.h>
#include <stdio.h>

static void call(char C) { putchar(C); }
static void work(void) { putchar('-'); }

static void f8(void) {
  defer call('a'); defer call('b'); defer call('c'); defer call('d');
  defer call('e'); defer call('f'); defer call('g'); defer call('h');
  work();
}

static void f9(void) {
  defer call('a'); defer call('b'); defer call('c'); defer call('d');
  defer call('e'); defer call('f'); defer call('g'); defer call('h');
  defer call('i');
  work();
}

int main(void) {
  f8();
  putchar('\n');
  f9();
  putchar('\n');
}

// CHECK:      {{^}}-hgfedcba{{$}}
// CHECK-NEXT: {{^}}-ihgfedcba{{$}}
