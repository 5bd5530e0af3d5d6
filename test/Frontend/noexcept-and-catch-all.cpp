// RUN: %deferc++ -fsyntax-only -Xclang -ast-print %s | FileCheck %s
//
// Intent: a noexcept function that defers terminates by a handler around its body, since
// Clang drops the cleanups that would; a handler that catches everything asks first
// whether it has caught a recovered panic of its function; others stay as they are.

#include <defer.h>

void undo(), work();

// CHECK-LABEL: void isNoexcept() noexcept {
// CHECK-NEXT:    try {
// CHECK:           work();
// CHECK-NEXT:    } catch (...) {
// CHECK-NEXT:      __deferc_unwind_noexcept();
// CHECK-NEXT:    }
// CHECK-NEXT:  }
void isNoexcept() noexcept {
  defer undo();
  work();
}

// CHECK-LABEL: void mayThrow() {
// CHECK-NOT:     try
// CHECK:       }
void mayThrow() {
  defer undo();
  work();
}

// CHECK-LABEL: void doesNotDefer() noexcept {
// CHECK-NEXT:    try {
// CHECK-NEXT:      work();
// CHECK-NEXT:    } catch (...) {
// CHECK-NEXT:      undo();
// CHECK-NEXT:    }
// CHECK-NEXT:  }
void doesNotDefer() noexcept {
  try {
    work();
  } catch (...) {
    undo();
  }
}

// CHECK-LABEL: void catches() {
// CHECK:         } catch (int) {
// CHECK-NEXT:      undo();
// CHECK-NEXT:    } catch (...) {
// CHECK-NEXT:      if (__deferc_clang_catching())
// CHECK-NEXT:        return;
// CHECK-NEXT:      undo();
// CHECK-NEXT:    }
void catches() {
  defer undo();
  try {
    work();
  } catch (int) {
    undo();
  } catch (...) {
    undo();
  }
}
