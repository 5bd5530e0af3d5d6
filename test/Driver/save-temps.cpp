// RUN: rm -rf %t && mkdir %t && cd %t
// RUN: %deferc++ -save-temps -O2 %s -o main && ./main | FileCheck %s
// RUN: %deferc++ -E %s -o again.ii && %deferc++ -O2 again.ii -o again && ./again | FileCheck %s
//
// Intent: preprocessed text compiles again, with the same outcome.
//
// CHECK: body
// CHECK-NEXT: deferred
#include <defer.h>
#include <stdio.h>
int main() {
  defer puts("deferred");
  puts("body");
}
