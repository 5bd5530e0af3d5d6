// RUN: %deferc++ -O1 -Xclang -disable-llvm-passes -S -emit-llvm %s -o %t.ll
// RUN: %deferc_passes=deferc-clang-shape %t.ll | FileCheck %s
//
// Intent: in a function-try block each pad of a segment, those of its exit and of its
// unwinding too, lists the function's handlers. The selector stored behind a deferred
// call that throws is that of the exception which goes on.

#include <defer.h>

void work(), undo();

// CHECK-LABEL: define {{.*}} @_Z7handlesv(
// CHECK:         invoke void @_Z4workv()
// CHECK:         landingpad { ptr, i32 }
// CHECK-NEXT:      cleanup
// CHECK-NEXT:      catch ptr @_ZTIi
// CHECK-NEXT:      catch ptr @_ZTIc
//
// CHECK:       [[AGAIN:deferc.again[0-9]*]]:
// CHECK-NEXT:    [[PAD:%.*]] = landingpad { ptr, i32 }
// CHECK-NEXT:      cleanup
// CHECK-NEXT:      catch ptr @_ZTIi
// CHECK-NEXT:      catch ptr @_ZTIc
// CHECK-NEXT:    [[NEW:%.*]] = extractvalue { ptr, i32 } [[PAD]], 0
// CHECK-NEXT:    [[NEW_SELECTOR:%.*]] = extractvalue { ptr, i32 } [[PAD]], 1
// CHECK-NEXT:    [[OLD:%.*]] = load ptr, ptr [[EXCEPTION:%.*]],
// CHECK-NEXT:    [[GOES:%.*]] = call ptr @__deferc_replaced(ptr %{{.*}}, ptr [[OLD]], ptr [[NEW]])
// CHECK-NEXT:    store ptr [[GOES]], ptr [[EXCEPTION]],
// CHECK-NEXT:    [[OLD_SELECTOR:%.*]] = load i32, ptr [[SELECTOR:%.*]],
// CHECK-NEXT:    [[IS_OLD:%.*]] = icmp eq ptr [[GOES]], [[OLD]]
// CHECK-NEXT:    [[CHOSEN:%.*]] = select i1 [[IS_OLD]], i32 [[OLD_SELECTOR]], i32 [[NEW_SELECTOR]]
// CHECK-NEXT:    store i32 [[CHOSEN]], ptr [[SELECTOR]],
//
// CHECK:       deferc.exit.pad
// CHECK-NEXT:    landingpad { ptr, i32 }
// CHECK-NEXT:      cleanup
// CHECK-NEXT:      catch ptr @_ZTIi
// CHECK-NEXT:      catch ptr @_ZTIc
// CHECK:       }
void handles() try {
  defer undo();
  work();
} catch (int) {
} catch (char) {
}
