// RUN: %deferc++ -O0 -fdefer-fault-panics %s -o %t
// RUN: not %t overflow 2>&1 | FileCheck %s --check-prefix=OVERFLOW --implicit-check-not=deferred
// RUN: not %t thread 2>&1 | FileCheck %s --check-prefix=THREAD --implicit-check-not=deferred
// RUN: not %t wild 2>&1 | FileCheck %s --check-prefix=WILD --implicit-check-not=deferred
// RUN: not %t quotient 2>&1 | FileCheck %s --check-prefix=QUOTIENT --implicit-check-not=deferred
// RUN: not %t library 2>&1 | FileCheck %s --check-prefix=LIBRARY --implicit-check-not=deferred
// RUN: not --crash %t sent 2>&1 | FileCheck %s --check-prefix=SENT --allow-empty
// RUN: %t handler 2>&1 | FileCheck %s --check-prefix=HANDLER
// RUN: bash -c '%t overflow 2>/dev/null; test $? = 2'
// RUN: bash -c '%t wild 2>/dev/null; test $? = 2'
//
// RUN: %deferc++ -O2 -fdefer-fault-panics %s -o %t
// RUN: not %t overflow 2>&1 | FileCheck %s --check-prefix=OVERFLOW --implicit-check-not=deferred
// RUN: not %t library 2>&1 | FileCheck %s --check-prefix=LIBRARY --implicit-check-not=deferred
//
// RUN: %deferc++ -O0 %s -o %t
// RUN: not --crash %t wild 2>&1 | FileCheck %s --check-prefix=SENT --allow-empty
//
// Intent: with -fdefer-fault-panics, a fault that is no panic ends the program with
// Go's words, a trace and status 2: no deferred call runs and nothing recovers. Signals
// that another process sends, and handlers of the program's own, are left alone.

#include <defer.h>

#include <csignal>
#include <cstdio>
#include <cstring>
#include <thread>
#include <unistd.h>

static volatile int Sink;

__attribute__((noinline)) static int deeper(int N) {
  volatile char Space[200];
  Space[N & 127] = 1;
  if (N >= 0)
    Sink = deeper(N + 1);
  return Space[N & 63] + Sink;
}

defer_no_fault_panics __attribute__((noinline)) static int divide(int A, int B) {
  return A / B;
}

int main(int, char **Arguments) {
  const char *Which = Arguments[1];
  auto is = [=](const char *Name) { return !std::strcmp(Which, Name); };
  std::printf("printed before\n");
  defer { std::printf("deferred, %s\n", recover() ? "recovered" : "nothing"); };
  if (is("overflow"))
    return deeper(0);
  if (is("thread"))
    std::thread([] {
      defer std::puts("deferred");
      deeper(0);
    }).join();
  if (is("wild"))
    return *reinterpret_cast<volatile int *>(0xdead1000);
  if (is("quotient"))
    return divide(1, Sink);
  if (is("library")) {
    const char *volatile Null = nullptr;
    return static_cast<int>(std::strlen(Null));
  }
  if (is("sent")) {
    std::fclose(stdout);
    return kill(getpid(), SIGSEGV);
  }
  if (is("handler")) {
    std::signal(SIGSEGV, [](int) {
      constexpr char Text[] = "the program's handler\n";
      _exit(write(1, Text, sizeof Text - 1) < 0);
    });
    return *reinterpret_cast<volatile int *>(0xdead1000);
  }
  return 0;
}

// OVERFLOW:      printed before
// OVERFLOW-NEXT: runtime: goroutine stack exceeds {{[0-9]+}}-byte limit
// OVERFLOW-NEXT: fatal error: stack overflow
// OVERFLOW-EMPTY:
// OVERFLOW-NEXT: goroutine 1 [running]:
// OVERFLOW-NEXT: deeper(
// OVERFLOW:      frames elided...
// OVERFLOW:      {{^}}main(

// THREAD: printed before
// THREAD: fatal error: stack overflow
// THREAD: goroutine 2 [running]:

// WILD:      unexpected fault address 0xdead1000
// WILD-NEXT: fatal error: fault
// WILD-NEXT: [signal SIGSEGV: segmentation violation code=0x1 addr=0xdead1000 pc=0x{{[0-9a-f]+}}]
// WILD-EMPTY:
// WILD-NEXT: goroutine 1 [running]:
// WILD-NEXT: main(

// QUOTIENT:      fatal error: unexpected signal during runtime execution
// QUOTIENT-NEXT: [signal SIGFPE: floating-point exception code=0x1 {{.*}}]

// LIBRARY:      unexpected fault address 0x0
// LIBRARY-NEXT: fatal error: fault
// LIBRARY:      {{^}}main(

// SENT-NOT: fatal error

// HANDLER-NOT: fault
// HANDLER: the program's handler
