// RUN: %deferc++ -O1 %s -o %t
// RUN: bash -c 'timeout 60 %t 2>%t.err; test $? = 2' | FileCheck %s
// RUN: FileCheck %s --check-prefix=REPORT < %t.err
//
// Intent: a child that the text function of a value forks is a process like others: it
// takes signals, its faults are faults, and it can make a report of its own.

#include <csignal>
#include <cstdio>
#include <defer.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

template <typename F> static void inChild(const char *What, F Do) {
  pid_t Child = fork();
  if (!Child) {
    alarm(20);
    Do();
  }
  int Status = 0;
  waitpid(Child, &Status, 0);
  std::printf("%s: %s %d\n", What, WIFEXITED(Status) ? "status" : "signal",
              WIFEXITED(Status) ? WEXITSTATUS(Status) : WTERMSIG(Status));
  std::fflush(stdout);
}

struct Forks {
  std::string Error() const {
    inChild("signal", [] { raise(SIGTERM); });
    inChild("fault", [] { *(volatile int *)8 = 1; });
    inChild("panic", [] { panic("the child's"); });
    return "the parent's";
  }
};

int main() { panic(Forks()); }
// CHECK:      signal: signal 15
// CHECK-NEXT: fault: signal 11
// CHECK-NEXT: panic: status 2

// REPORT: fatal error: panic while printing panic value: the child's
// REPORT: {{^}}panic: the parent's
