// RUN: %deferc++ -std=c++20 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: the frame of a function that a coroutine calls stays on the stack, where
// panics find it.

// CHECK: work 0
// CHECK-NEXT: unlock 0
// CHECK-NEXT: work 3
// CHECK-NEXT: unlock 3
// CHECK-NEXT: recovered
// CHECK-NEXT: work 1

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
    void return_void() {}
    void unhandled_exception() {}
  };
  std::coroutine_handle<promise_type> h;
};
__attribute__((noinline)) void work(int n) {
  std::printf("work %d\n", n);
  if (n == 3)
    panic("three");
}
static inline int locked(int n) {
  defer {
    if (recover())
      std::puts("recovered");
  };
  defer std::printf("unlock %d\n", n);
  work(n);
  return n;
}
Task t() {
  for (int i = 0; i < 3; ++i) {
    locked(i);
    co_await std::suspend_always{};
    locked(3);
  }
}
int main() {
  Task x = t();
  for (int i = 0; i < 4; ++i)
    x.h.resume();
  x.h.destroy();
}
