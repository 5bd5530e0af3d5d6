// RUN: %deferc++ -E %s -o %t.ii
// RUN: not %clang++ -fexceptions -c %t.ii -o %t.o 2>&1 | FileCheck %s --check-prefix=PLAIN
// RUN: %deferc++ %t.ii -o %t && %t | FileCheck %s
//
// Intent: preprocessed text compiles again with deferc and means the same, and no
// other compiler takes it.

#include <defer.h>
#include <stdio.h>
int main() {
  int X = 1;
  // PLAIN: :[[@LINE+1]]:{{.*}}error: {{.*}}__deferc_defer
  defer printf("%d\n", X);
  X = 2;
  defer { puts("block"); };
}
// CHECK: block
// CHECK-NEXT: 1
