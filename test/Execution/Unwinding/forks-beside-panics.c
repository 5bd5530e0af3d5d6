// RUN: %deferc -O1 %s -o %t -pthread
// RUN: timeout 100 %t | FileCheck %s
//
// Intent: a child that is forked while other threads panic can panic, recover and exit:
// nothing that it needs is held by a thread that it does not have.

#include <defer.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

__attribute__((noinline)) static void fail(int N) { panic(N); }
__attribute__((noinline)) static void safe(int N) {
  defer { recover(); }
  fail(N);
}

static void *panics(void *Arg) {
  for (int I = 0;; I++)
    safe(I);
  return Arg;
}

static void child(void) {
  safe(1);
  alarm(20);
  exit(3);
}

int main(void) {
  pthread_t Thread;
  for (int I = 0; I < 4; I++)
    pthread_create(&Thread, 0, panics, 0);
  int Fine = 0;
  for (int I = 0; I < 200; I++) {
    pid_t Child = fork();
    if (!Child)
      child();
    int Status;
    waitpid(Child, &Status, 0);
    Fine += WIFEXITED(Status) && WEXITSTATUS(Status) == 3;
  }
  printf("%d children fine\n", Fine);
  fflush(stdout);
  _exit(0);
}
// CHECK: 200 children fine
