// RUN: %deferc++ -std=c++20 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++20 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: a small function that defers and panics may be called by a coroutine: its
// frame does not get among the coroutine's variables, which are on the heap.

#include <coroutine>
#include <cstdio>
#include <defer.h>

struct Task {
  struct promise_type {
    Task get_return_object() {
      return {std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int) { return {}; }
    void return_void() {}
    void unhandled_exception() { throw; }
  };
  std::coroutine_handle<promise_type> Handle;
  ~Task() { Handle.destroy(); }
};

static int safe(int N) {
  defer {
    if (recover())
      std::puts("recovered");
  };
  defer std::printf("deferred %d\n", N);
  if (N == 1)
    panic("one");
  return N;
}
static inline int wrapped(int N) { return safe(N) + 1; }

static Task count(int N) {
  for (int I = 0; I < N; I++)
    co_yield wrapped(I);
}

int main() {
  // CHECK: deferred 0
  // CHECK-NEXT: deferred 1
  // CHECK-NEXT: recovered
  // CHECK-NEXT: deferred 2
  Task T = count(3);
  while (!T.Handle.done())
    T.Handle.resume();
}
