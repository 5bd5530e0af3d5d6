// RUN: %deferc -O1 %s -o %t -pthread
// RUN: bash -c 'timeout 60 %t pending; test $? = 2' 2>&1 | FileCheck %s
// RUN: bash -c 'timeout 60 %t exit; test $? = 2' 2>&1 | FileCheck %s
//
// Intent: a cancellation that is pending when a thread panics does not unwind the report:
// the process ends with the report and status 2. Nor does it unwind the exit of a thread
// that waits for the report of another one.

#include <defer.h>

#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

__attribute__((noinline)) static void fail(void) { panic("must end the process"); }

static void *panicCancelled(void *Arg) {
  (void)Arg;
  pthread_cancel(pthread_self());
  fail();
  return 0;
}

static sem_t Panicking;

static void wait(void) {
  sem_post(&Panicking);
  usleep(1000);
}

static void *panicSlowly(void *Arg) {
  (void)Arg;
  defer wait();
  fail();
  return 0;
}

static void *exitCancelled(void *Arg) {
  (void)Arg;
  sem_wait(&Panicking);
  pthread_cancel(pthread_self());
  exit(0);
}

int main(int Count, char **Arguments) {
  int Exits = Count > 1 && !strcmp(Arguments[1], "exit");
  pthread_t First, Second;
  sem_init(&Panicking, 0, 0);
  pthread_create(&First, 0, Exits ? panicSlowly : panicCancelled, 0);
  if (Exits) {
    pthread_create(&Second, 0, exitCancelled, 0);
    pthread_join(Second, 0);
  }
  pthread_join(First, 0);
  fprintf(stderr, "main goes on\n");
}
// CHECK-NOT: main goes on
// CHECK:     {{^}}panic: must end the process{{$}}
// CHECK:     {{^}}fail(...)
// CHECK-NOT: main goes on
