// REQUIRES: asan
// RUN: %deferc++ -g -fsanitize=address -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -g -fsanitize=address -O1 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -g -fsanitize=address -O2 -mllvm -defer-force=heap %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -g -fsanitize=address -O0 -DFORGET %s -o %t && not %t 2>&1 | \
// RUN:   FileCheck %s --check-prefix=FORGOTTEN
//
// Intent: each iteration of a loop has a variable of its own, which lives until the deferred
// call has run and is freed when the frame is done, whatever ends it: a return, a panic that is
// recovered further out or by the frame itself, an exception, goexit. AddressSanitizer
// sees no use of what is gone, LeakSanitizer (which the last run shows to be on) no leak.

// CHECK:      3 squared is 109
// CHECK-NEXT: 2 squared is 104
// CHECK-NEXT: 1 squared is 101
// CHECK-NEXT: 3 squared is 109
// CHECK-NEXT: 2 squared is 104
// CHECK-NEXT: 1 squared is 101
// CHECK-NEXT: recovered: left by a panic
// CHECK-NEXT: 3 squared is 109
// CHECK-NEXT: 2 squared is 104
// CHECK-NEXT: 1 squared is 101
// CHECK-NEXT: caught
// CHECK-NEXT: 3 squared is 109
// CHECK-NEXT: 2 squared is 104
// CHECK-NEXT: 1 squared is 101
// CHECK-NEXT: sum 1261

// FORGOTTEN: ERROR: LeakSanitizer: detected memory leaks

#include <defer.h>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>

static int Sum;

static void add(const int &N) { Sum += N; }

enum End { Returns, Panics, Throws, Goexits };

// One box for each iteration and variable.
static void loop(End How) {
  for (int I = 1; I <= 3; ++I) {
    int Square = I * I;
    char Text[40];
    std::snprintf(Text, sizeof Text, "%d squared", I);
    defer { std::printf("%s is %d\n", Text, Square); };
    defer add(Square);
    Square += 100;
  }
  if (How == Panics)
    panic("left by a panic");
  if (How == Throws)
    throw 1;
  if (How == Goexits)
    goexit();
}

static void between(End How) {
  // Boxes of a frame that a recovered panic unwinds.
  for (int I = 0; I < 2; ++I) {
    int Kept = I;
    defer { Sum += Kept; };
  }
  loop(How);
}

static void guarded(End How) {
  defer {
    if (auto R = recover())
      std::printf("recovered: %s\n", R.text().c_str());
  };
  between(How);
}

static void panicsInDeferredCall() {
  defer { (void)recover(); };
  for (int I = 0; I < 2; ++I) {
    int Each = I;
    defer {
      Sum += Each;
      panic(Each);
    };
  }
}

int main() {
  guarded(Returns);
  guarded(Panics);
  try {
    between(Throws);
  } catch (int) {
    std::puts("caught");
  }
  std::thread([] { between(Goexits); }).join();
  panicsInDeferredCall();
  std::printf("sum %d\n", Sum);
#ifdef FORGET
  static void *volatile Lost = std::malloc(100);
  Lost = nullptr;
#endif
}
