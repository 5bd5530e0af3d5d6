// RUN: %deferc++ -O1 -S -emit-llvm %s -o - | FileCheck %s
//
// Intent: a function whose faults panic may be called with null, `this` included,
// whatever the file was compiled with; others keep what Clang knows of them.

#include <defer.h>

struct Node {
  int V;
  int checked();
  int plain();
};

// CHECK: define{{.*}} i32 @_ZN4Node7checkedEv(
// CHECK-NOT: nonnull
// CHECK-NOT: dereferenceable(
// CHECK-SAME: dereferenceable_or_null(4) [[THIS:%[a-z0-9]+]]) {{.*}}#[[CHECKED:[0-9]+]]
// CHECK: icmp eq ptr [[THIS]], null
// CHECK: call{{.*}} @__deferc_panicmem()
defer_fault_panics int Node::checked() { return V; }

// CHECK: define{{.*}} i32 @_ZN4Node5plainEv(ptr noundef nonnull {{.*}}) {{.*}}#[[PLAIN:[0-9]+]]
// CHECK-NOT: @__deferc_panicmem
// CHECK: ret i32
int Node::plain() { return V; }

// The most negative number divided by -1 is itself.
// CHECK: define{{.*}} i32 @_Z6divideii(
// CHECK: call{{.*}} @__deferc_panicdivide()
// CHECK: %[[NEGATES:.*]] = icmp eq i32 %[[B:.*]], -1
// CHECK: %[[DIVISOR:.*]] = select i1 %[[NEGATES]], i32 1, i32 %[[B]]
// CHECK: %[[QUOTIENT:.*]] = sdiv i32 %[[A:.*]], %[[DIVISOR]]
// CHECK: %[[NEGATIVE:.*]] = sub i32 0, %[[A]]
// CHECK: select i1 %[[NEGATES]], i32 %[[NEGATIVE]], i32 %[[QUOTIENT]]
defer_fault_panics int divide(int A, int B) { return A / B; }

// CHECK: attributes #[[CHECKED]] = {{.*}}null_pointer_is_valid
// CHECK-NOT: attributes #[[PLAIN]] = {{.*}}null_pointer_is_valid
