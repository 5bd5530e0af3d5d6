// Only the last call of an operand waits: `trace` is called at once, and logs
// that the function begins. What it returns is called when the function ends.
//
//   deferc++ -O2 examples/trace.cpp -o trace && ./trace

#include <defer.h>

#include <cstdio>

static int Depth;

static auto trace(const char *Name, int N) {
  std::printf("%*senter %s(%d)\n", Depth++ * 2, "", Name, N);
  return [=] { std::printf("%*sleave %s(%d)\n", --Depth * 2, "", Name, N); };
}

static int fibonacci(int N) {
  defer trace(__func__, N)();
  if (N < 2)
    return N;
  return fibonacci(N - 1) + fibonacci(N - 2);
}

int main() { std::printf("%d\n", fibonacci(3)); }
