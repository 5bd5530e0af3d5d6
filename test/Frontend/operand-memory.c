// RUN: %deferc -O1 -Xclang -disable-llvm-passes -S -emit-llvm %s -o %t.ll
// RUN: %deferc_passes=deferc-clang-shape %t.ll | FileCheck %s
// RUN: %deferc -O2 -Rpass-missed=defer -c %s -o %t.o 2>&1 | FileCheck --check-prefix=REMARK %s
//
// Intent: an alloca of an operand becomes one of the function, which nothing frees
// before the function returns; where scopes of the function free the stack and the call
// can have a pointer, it becomes a box. Those scopes stay as they are. A scope of the
// operand itself frees nothing that the call can have a pointer to.

#include <defer.h>

void show(char *), num(int);
char *fill(void *);
int length(void *);

// CHECK-LABEL: define {{.*}} @plain(
// CHECK-NOT:     llvm.stack
// CHECK:         alloca i8, i64 %{{.*}}, align 16
// CHECK-NOT:     llvm.stack
// CHECK:         alloca i8, i64 40, align 32
// CHECK-NOT:     llvm.stack
// CHECK:       }
void plain(long n) {
  defer show(fill(__builtin_alloca(n)));
  defer show(fill(__builtin_alloca_with_align(40, 256)));
}

// CHECK-LABEL: define {{.*}} @array(
// CHECK:         [[SAVED:%.*]] = call ptr @llvm.stacksave.p0()
// CHECK:         alloca i32
// CHECK:         call ptr @__deferc_mark_box(ptr %{{.*}}, i64 %{{.*}}, i64 16, ptr null)
// CHECK:         call void @llvm.stackrestore.p0(
// CHECK:       }
void array(long n) {
  {
    int v[n];
    v[0] = 1;
    // REMARK: [[#@LINE+1]]:{{.*}} stack-allocated defer: what an operand allocates comes from the heap
    defer show(fill(__builtin_alloca(n)));
  }
}

// CHECK-LABEL: define {{.*}} @inner(
// CHECK-NOT:     llvm.stack
// CHECK:         alloca i8, i64
// CHECK-NOT:     llvm.stack
// CHECK:       }
void inner(long n) {
  defer show(({ char v[n]; fill(v); }));
}

// CHECK-LABEL: define {{.*}} @number(
// CHECK:         call ptr @llvm.stacksave.p0()
// CHECK:         alloca i8, i64
// CHECK:         call void @llvm.stackrestore.p0(
// CHECK-NOT:     __deferc_mark_box
// CHECK:       }
void number(long n) {
  defer num(({ char v[n]; length(v); }));
}
