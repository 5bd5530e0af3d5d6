// RUN: %every_way_cxx
//
// Intent: a noexcept function may panic and recover inside; a panic recovered further out
// runs its deferred calls, then terminates at the noexcept function, as exceptions do.

// CHECK:      inside recovered
// CHECK-NEXT: destructor recovered
// CHECK-NEXT: deferred in noexcept
// CHECK-NEXT: recovered outside
// CHECK-NEXT: terminate

#include <cstdio>
#include <cstdlib>
#include <defer.h>
#include <exception>

static void inside() noexcept {
  defer { std::puts(recover() ? "inside recovered" : "nothing"); };
  panic(1);
}

struct Recovers {
  ~Recovers() {
    defer { std::puts(recover() ? "destructor recovered" : "nothing"); };
    panic(1);
  }
};

static void panicsNoexcept() noexcept {
  defer std::puts("deferred in noexcept");
  panic(2);
}

int main() {
  std::set_terminate([] {
    std::puts("terminate");
    std::fflush(stdout);
    std::_Exit(0);
  });
  inside();
  { Recovers R; }
  defer { std::puts(recover() ? "recovered outside" : "nothing"); };
  panicsNoexcept();
}
