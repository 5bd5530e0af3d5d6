// RUN: %deferc++ -fsyntax-only -std=c++20 -Xclang -verify %s
//
// Intent: a coroutine cannot defer.
// Message: DeferInCoroutine

#include <defer.h>

#include <coroutine>
struct task {
  struct promise_type {
    task get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};
void g();
task f() {
  defer g(); // expected-error {{`defer` in a coroutine; its frame does not end where it returns}}
  co_return;
}
