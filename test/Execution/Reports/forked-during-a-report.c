// RUN: %deferc -O1 %s -o %t -pthread
// RUN: timeout 60 %t 2>%t.err | FileCheck %s
// RUN: FileCheck %s --check-prefix=REPORT < %t.err
//
// Intent: a child that is forked while another thread makes a report is not that thread's:
// it can exit at once, it can make a report of its own, and its faults are faults. So it
// is with a child that handlers for fork do not see.

#define _GNU_SOURCE
#include <defer.h>

#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static int Stderr;

// The report waits for a reader.
static void keepReportsWaiting(void) {
  int Ends[2];
  char Bytes[4096] = {0};
  Stderr = dup(STDERR_FILENO);
  if (pipe(Ends))
    abort();
  fcntl(Ends[1], F_SETFL, O_NONBLOCK);
  while (write(Ends[1], Bytes, sizeof Bytes) > 0)
    ;
  fcntl(Ends[1], F_SETFL, 0);
  dup2(Ends[1], STDERR_FILENO);
}

static void *panics(void *Arg) {
  panic("the parent's");
  return Arg;
}

static void waitFor(const char *What, pid_t Child) {
  int Status = 0;
  waitpid(Child, &Status, 0);
  printf("%s: %s %d\n", What, WIFEXITED(Status) ? "status" : "signal",
         WIFEXITED(Status) ? WEXITSTATUS(Status) : WTERMSIG(Status));
  fflush(stdout);
}

static void leave(void) { exit(7); }
static void fail(void) { panic("the child's"); }
static void fault(void) { *(volatile int *)8 = 1; }

static void inChild(const char *What, pid_t (*Fork)(void), void (*Do)(void)) {
  pid_t Child = Fork();
  if (!Child) {
    alarm(20);
    dup2(Stderr, STDERR_FILENO);
    Do();
  }
  waitFor(What, Child);
}

int main(void) {
  pthread_t Thread;
  keepReportsWaiting();
  pthread_create(&Thread, 0, panics, 0);
  usleep(200000); // The report has begun.
  inChild("exit", fork, leave);
  inChild("panic", fork, fail);
  inChild("fault", fork, fault);
  inChild("abort", fork, abort);
  inChild("exit unseen", _Fork, leave);
  inChild("panic unseen", _Fork, fail);
  inChild("fault unseen", _Fork, fault);
  _exit(0);
}
// CHECK:      exit: status 7
// CHECK-NEXT: panic: status 2
// CHECK-NEXT: fault: signal 11
// CHECK-NEXT: abort: signal 6
// CHECK-NEXT: exit unseen: status 7
// CHECK-NEXT: panic unseen: status 2
// CHECK-NEXT: fault unseen: signal 11

// REPORT:     {{^}}panic: the child's{{$}}
// REPORT:     {{^}}main(...)
