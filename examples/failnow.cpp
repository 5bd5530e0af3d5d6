// goexit() ends a thread from any depth, after the thread's deferred calls, as
// Go's testing package does in t.FailNow(). Each test has a thread of its own.
//
//   deferc++ -O2 -pthread examples/failnow.cpp -o failnow && ./failnow

#include <defer.h>

#include <cstdio>
#include <thread>

struct Test {
  const char *Name;
  bool Failed = false;

  void require(bool Holds, const char *What) {
    if (Holds)
      return;
    std::printf("  %s does not hold\n", What);
    Failed = true;
    goexit();
  }
};
#define REQUIRE(X) T.require(X, #X)

static void helper(Test &T, int N) { REQUIRE(N < 3); }

static void small(Test &T) {
  defer std::puts("  cleaned up");
  helper(T, 1);
}
static void large(Test &T) {
  defer std::puts("  cleaned up");
  helper(T, 5);
  std::puts("  never printed");
}

static void run(const char *Name, void (*Body)(Test &)) {
  Test T{Name};
  std::printf("%s\n", Name);
  std::thread([&] { Body(T); }).join();
  std::printf("%s: %s\n", Name, T.Failed ? "FAIL" : "ok");
}

int main() {
  run("small", small);
  run("large", large);
}
