// RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 -mllvm -defer-force=stack %s -o %t && %t | FileCheck %s
//
// Intent: pthread_exit and cancellation run pending deferred calls; a panic in one that is
// recovered does not stop the thread from ending.
//
// Not with LLVM's libunwind: glibc's pthread_exit crashes there without deferc, too.

// CHECK:      recovered in exit
// CHECK-NEXT: ~
// CHECK-NEXT: outer deferred
// CHECK-NEXT: joined
// CHECK-NEXT: recovered in cancel
// CHECK-NEXT: ~
// CHECK-NEXT: outer deferred
// CHECK-NEXT: cancelled 1

#include <cstdio>
#include <defer.h>
#include <pthread.h>
#include <string>
#include <unistd.h>

struct Named {
  ~Named() { std::puts("~"); }
};

static void ends(bool Exits) {
  Named N;
  defer {
    if (auto R = recover())
      std::printf("recovered %s\n", R.text().c_str());
  };
  defer panic(Exits ? "in exit" : "in cancel");
  if (Exits)
    pthread_exit(nullptr);
  for (;;)
    pause();
}

template <bool Exits> static void *thread(void *) {
  defer std::puts("outer deferred");
  ends(Exits);
  std::puts("not reached");
  return nullptr;
}

int main() {
  pthread_t T;
  void *Result;
  pthread_create(&T, nullptr, thread<true>, nullptr);
  pthread_join(T, &Result);
  std::puts("joined");
  pthread_create(&T, nullptr, thread<false>, nullptr);
  pthread_cancel(T);
  pthread_join(T, &Result);
  std::printf("cancelled %d\n", Result == PTHREAD_CANCELED);
}
