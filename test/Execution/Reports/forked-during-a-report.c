// RUN: %deferc -O1 %s -o %t -pthread
// RUN: timeout 60 %t 2>%t.err | FileCheck %s
// RUN: FileCheck %s --check-prefix=REPORT < %t.err
//
// Intent: a child that is forked while another thread makes a report is not that thread's:
// it can exit at once, and it can make a report of its own.

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
  printf("%s: %d\n", What, WIFEXITED(Status) ? WEXITSTATUS(Status) : -1);
  fflush(stdout);
}

static pid_t forkWithStderr(void) {
  pid_t Child = fork();
  if (!Child) {
    alarm(20);
    dup2(Stderr, STDERR_FILENO);
  }
  return Child;
}

int main(void) {
  pthread_t Thread;
  keepReportsWaiting();
  pthread_create(&Thread, 0, panics, 0);
  usleep(200000); // The report has begun.
  pid_t Exits = forkWithStderr();
  if (!Exits)
    exit(7);
  waitFor("exit", Exits);
  pid_t Panics = forkWithStderr();
  if (!Panics)
    panic("the child's");
  waitFor("panic", Panics);
  _exit(0);
}
// CHECK:      exit: 7
// CHECK-NEXT: panic: 2

// REPORT:     {{^}}panic: the child's{{$}}
// REPORT:     {{^}}main(...)
