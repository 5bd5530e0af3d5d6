// RUN: rm -rf %t && mkdir %t
// RUN: %deferc++ -O2 -fbasic-block-sections=all -mllvm -defer-force=open -fPIC -shared -DNAME=fromLibrary %s -o %t/libother.so
// RUN: %deferc++ -O2 -fbasic-block-sections=all -mllvm -defer-force=open -DNAME=fromProgram -DPROGRAM %s -o %t/program %t/libother.so -Wl,-rpath,%t -pthread
// RUN: %t/program | FileCheck %s
//
// Intent: threads that panic at the same time in split functions of several objects each
// find the function that the part belongs to.

#include <defer.h>

#include <cstdio>
#include <thread>

int fromLibrary(int K);

__attribute__((noinline)) static void g(int K) {
  if (K >= 3)
    panic(K);
}

int NAME(int K) {
  defer_result int Result = 0;
  defer {
    if (recover())
      Result = 1;
  };
  if (K > 1) {
    g(K);
    if (K > 2)
      std::puts("not reached");
    else
      g(K + 2);
  }
  return 0;
}

#ifdef PROGRAM
template <int F(int)> static void run(int *Recovered) {
  for (int I = 0; I < 500; ++I)
    *Recovered += F(2 + I % 2);
}

int main() {
  int Recovered[4] = {};
  std::thread Threads[] = {std::thread(run<fromProgram>, &Recovered[0]),
                           std::thread(run<fromLibrary>, &Recovered[1]),
                           std::thread(run<fromProgram>, &Recovered[2]),
                           std::thread(run<fromLibrary>, &Recovered[3])};
  for (auto &Thread : Threads)
    Thread.join();
  for (int N : Recovered)
    std::printf("%d recovered\n", N);
}
#endif
// CHECK-COUNT-4: 500 recovered
