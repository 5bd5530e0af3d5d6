// RUN: %deferc++ -finstrument-functions -S -emit-llvm %s -o - | FileCheck %s
//
// Intent: -finstrument-functions, whose calls name the closure that they stand in, does
// not keep a defer statement from compiling.

#include <defer.h>

void work(int);

// CHECK-NOT:   __deferc_clang
// CHECK-LABEL: define {{.*}} @_Z1fi(
// CHECK:         call void @__cyg_profile_func_enter(ptr @_Z1fi
// CHECK-NOT:   __deferc_clang
void f(int n) {
  defer work(n);
  defer { work(n + 1); }
}
