// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
//
// Intent: goexit runs the thread's deferred calls and ends the thread, no
// other.

#include <defer.h>
#include <pthread.h>
#include <stdio.h>

static void failNow(void) {
  defer puts("failNow's");
  goexit();
}

static void *test(void *Argument) {
  defer puts("cleanup");
  failNow();
  puts("not reached");
  return Argument;
}

int main(void) {
  pthread_t Test;
  pthread_create(&Test, NULL, test, NULL);
  pthread_join(Test, NULL);
  puts("next test");
}

// CHECK:      failNow's
// CHECK-NEXT: cleanup
// CHECK-NEXT: next test
