// RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s --check-prefixes=ALL,WITHOUT
// RUN: %deferc++ -O2 %s -o %t && %t | FileCheck %s --check-prefixes=ALL,WITHOUT
// RUN: %deferc++ -O2 %s -flto -fuse-ld=lld -o %t && %t | FileCheck %s --check-prefixes=ALL,WITHOUT
// RUN: %deferc++ -O0 -fdefer-fault-panics %s -o %t && %t | FileCheck %s --check-prefixes=ALL,WITH
// RUN: %deferc++ -O2 -fdefer-fault-panics %s -o %t && %t | FileCheck %s --check-prefixes=ALL,WITH
//
// Intent: each function may say whether its faults panic, whatever the option says;
// lambdas and local classes go with the function around them.

#include <defer.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>

struct Node {
  int V;
  defer_fault_panics int value() const { return V; }
  int plain() const { return V; }
};

// Said by the declaration, good for the definition.
defer_fault_panics int declared(volatile int *P);
int declared(volatile int *P) { return *P; }

defer_fault_panics static int divide(int A, int B) { return A / B; }

template <class T> defer_fault_panics static T load(volatile T *P) { return *P; }

defer_fault_panics static int inLambda(volatile int *P) {
  return [=] { return *P; }();
}

static int ownLambda(volatile int *P) {
  return [=]() defer_fault_panics { return *P; }();
}

defer_fault_panics static int inLocalClass(volatile int *P) {
  struct Local {
    volatile int *P;
    int get() { return *P; }
  };
  return Local{P}.get();
}

defer_fault_panics static int inBlock(volatile int *P) {
  int X = 0;
  {
    defer { X = *P; };
  }
  return X;
}

template <class F> static void check(const char *Name, F Run) {
  defer {
    if (auto R = recover())
      std::printf("%s: %s\n", Name, std::string(R.text()).c_str());
  };
  Run();
  std::printf("%s: no panic\n", Name);
}

static int unsaid(volatile int *P) { return *P; }
defer_no_fault_panics static int unchecked(volatile int *P) { return *P; }

// The last one counts.
defer_no_fault_panics int twice(volatile int *P);
defer_fault_panics int twice(volatile int *P) { return *P; }

static void onSignal(int) {
  std::puts("a signal");
  std::fflush(stdout);
  std::_Exit(0);
}

int main() {
  Node *volatile None = nullptr;
  int *volatile Null = nullptr;
  // ALL: method: runtime error: invalid memory address or nil pointer dereference
  check("method", [&] { std::printf("%d\n", None->value()); });
  // ALL-NEXT: declared: runtime error: invalid memory
  check("declared", [&] { declared(Null); });
  // ALL-NEXT: divide: runtime error: integer divide by zero
  check("divide", [&] { std::printf("%d\n", divide(1, Null != nullptr)); });
  // ALL-NEXT: template: runtime error: invalid memory
  check("template", [&] { load<int>(Null); });
  // ALL-NEXT: in a lambda: runtime error: invalid memory
  check("in a lambda", [&] { inLambda(Null); });
  // ALL-NEXT: own lambda: runtime error: invalid memory
  check("own lambda", [&] { ownLambda(Null); });
  // ALL-NEXT: local class: runtime error: invalid memory
  check("local class", [&] { inLocalClass(Null); });
  // ALL-NEXT: block: runtime error: invalid memory
  check("block", [&] { inBlock(Null); });
  // ALL-NEXT: twice: runtime error: invalid memory
  check("twice", [&] { twice(Null); });

  std::signal(SIGSEGV, onSignal);
  // WITH-NEXT: unsaid: runtime error: invalid memory
  // WITHOUT-NEXT: a signal
  check("unsaid", [&] { unsaid(Null); });
  // WITH-NEXT: a signal
  check("unchecked", [&] { unchecked(Null); });
  return 1;
}
