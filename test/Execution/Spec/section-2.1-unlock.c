// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a deferred unlock comes after the work and before the caller goes
// on.

#include <defer.h>
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t Mu = PTHREAD_MUTEX_INITIALIZER;

static void work(void) {
  printf("work, locked: %d\n", pthread_mutex_trylock(&Mu) != 0);
}

static void f(void) {
  pthread_mutex_lock(&Mu);
  defer pthread_mutex_unlock(&Mu);
  work();
}

int main(void) {
  f();
  printf("after, locked: %d\n", pthread_mutex_trylock(&Mu) != 0);
}

// CHECK:      work, locked: 1
// CHECK-NEXT: after, locked: 0
