// RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 %s -o %t && %t | FileCheck %s
//
// Intent: eight and nine defers run in the same order.

#include <cstdio>
#include <defer.h>

static void call(char C) { std::putchar(C); }
static void work() { std::putchar('-'); }

static void f8() {
  defer call('a'); defer call('b'); defer call('c'); defer call('d');
  defer call('e'); defer call('f'); defer call('g'); defer call('h');
  work();
}

static void f9() {
  defer call('a'); defer call('b'); defer call('c'); defer call('d');
  defer call('e'); defer call('f'); defer call('g'); defer call('h');
  defer call('i');
  work();
}

int main() {
  f8();
  std::putchar('\n');
  f9();
  std::putchar('\n');
}

// CHECK:      {{^}}-hgfedcba{{$}}
// CHECK-NEXT: {{^}}-ihgfedcba{{$}}
