// RUN: %conformance %s
//
// Intent: a mutex whose unlock is deferred is free after a return, a panic and
// a Goexit.

#include "twin.h"

static pthread_mutex_t Mu = PTHREAD_MUTEX_INITIALIZER;
static int Total;

static void work(int N) {
  pthread_mutex_lock(&Mu);
  defer pthread_mutex_unlock(&Mu);
  Total += N;
  if (N == 2)
    panic("two");
  if (N == 3)
    goexit();
}

static int Worker;

static void run(void) {
  int N = Worker;
  defer {
    defer_recovered R = recover();
    if (R.kind)
      println("worker", N, R);
  }
  work(N);
}

int main(void) {
  for (Worker = 1; Worker <= 4; ++Worker)
    onThread(run);
  pthread_mutex_lock(&Mu);
  printf("total %d\n", Total);
  pthread_mutex_unlock(&Mu);
}
