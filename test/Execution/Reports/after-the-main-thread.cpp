// RUN: rm -rf %t && mkdir %t
// RUN: %deferc++ -O1 -g %s -o %t/program -pthread
// RUN: not %t/program goexit 2>&1 | FileCheck %s --check-prefixes=CHECK,LINES
// RUN: not %t/program pthread_exit 2>&1 | FileCheck %s --check-prefixes=CHECK,LINES
// RUN: not env DEFERC_TRACEBACK=all %t/program goexit 2>&1 | FileCheck %s --check-prefix=ALL
// RUN: echo "not a library" > %t/libdw.so.1
// RUN: not env LD_LIBRARY_PATH=%t %t/program goexit 2>&1 | FileCheck %s --check-prefixes=CHECK,NAMES
// RUN: %deferc++ -O1 -g -static %s -o %t/static -pthread
// RUN: not %t/static goexit 2>&1 | FileCheck %s --check-prefixes=CHECK,NAMES
//
// Intent: when the main thread has ended, the report of another one has its functions, and
// their lines where libdw is there, though the kernel shows nothing of the process any more
// under its id. The main thread is not listed with the others.

#include <cstring>
#include <defer.h>
#include <pthread.h>
#include <thread>
#include <unistd.h>

// Not before the main thread has ended: it has no program then.
static void waitForMain() {
  char Link[64];
  for (int I = 0; I != 2000 && readlink("/proc/self/exe", Link, sizeof Link) > 0; ++I)
    usleep(1000);
}

__attribute__((noinline)) static void work() { panic("after main"); }

static void thread() {
  waitForMain();
  work();
  __asm__ volatile("");
}

int main(int, char **Arguments) {
  std::thread(thread).detach();
  if (!std::strcmp(Arguments[1], "goexit"))
    goexit();
  pthread_exit(nullptr);
}

// CHECK:      panic: after main
// CHECK:      {{^}}goroutine {{[0-9]+}} [running]:
// CHECK-NEXT: {{^}}work(...)
// LINES-NEXT: {{^}}	{{/.*}}/after-the-main-thread.cpp:28 +0x
// NAMES-NEXT: {{^}}	{{/.*}}/after-the-main-thread.cpp.tmp/{{program|static}} +0x
// CHECK-NEXT: {{^}}thread(...)
// LINES-NEXT: {{^}}	{{/.*}}/after-the-main-thread.cpp:32 +0x

// ALL:     {{^}}work(...)
// ALL-NOT: stack unavailable
