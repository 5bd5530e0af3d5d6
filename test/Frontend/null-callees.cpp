// RUN: %deferc++ -O1 -Xclang -disable-llvm-passes -S -emit-llvm %s -o %t.ll
// RUN: %deferc_passes=deferc-clang-shape %t.ll | FileCheck %s
//
// Intent: a deferred call of a pointer panics where the call is due if the pointer is
// null, and is made otherwise, also in a run half that unwinds; a function that is known
// is not compared.

#include <defer.h>

void known();
struct Guard {
  ~Guard();
};
void takes(const Guard &);

void defers(void (*F)(), void (*G)(const Guard &)) {
  defer F();
  defer G(Guard());
  defer known();
}

// CHECK-LABEL: define internal void @_Z6defers{{.*}}.deferwrap1.deferc.run(
// CHECK:         [[CALLEE:%.*]] = load ptr, ptr
// CHECK:         [[NULL:%.*]] = icmp eq ptr [[CALLEE]], null
// CHECK-NEXT:    br i1 [[NULL]], label %[[PANIC:.*]], label %[[CALL:.*]]
// CHECK:       [[PANIC]]:
// CHECK-NEXT:    call void @__deferc_panicmem()
// CHECK-NEXT:    unreachable
// CHECK:       [[CALL]]:
// CHECK-LABEL: define internal void @_Z6defers{{.*}}.deferwrap2.deferc.run(
// CHECK:         icmp eq ptr {{.*}}, null
// CHECK:         invoke void @__deferc_panicmem()
// CHECK-LABEL: define internal void @_Z6defers{{.*}}.deferwrap3.deferc.run(
// CHECK-NOT:     icmp
// CHECK:       }
