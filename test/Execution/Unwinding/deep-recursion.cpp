// RUN: %every_way_cxx
//
// Intent: a panic below thousands of frames that defer, and re-panics at each of many
// levels, run every deferred call once and leave nothing behind.

// CHECK:      calls 20000
// CHECK-NEXT: levels 100
// CHECK-NEXT: rounds 1000

#include <cstdio>
#include <defer.h>

static int Calls, Levels, Rounds;

static void deep(int N) {
  defer { ++Calls; };
  if (N == 1)
    panic("bottom");
  deep(N - 1);
}

static void level(int N) {
  defer {
    if (auto R = recover()) {
      ++Levels;
      if (Levels < 100)
        panic(R);
    }
  };
  if (N == 1)
    panic("level");
  level(N - 1);
}

static int round() {
  defer {
    if (recover())
      ++Rounds;
  };
  panic(Rounds);
}

int main() {
  {
    auto Top = [] {
      defer { recover(); };
      deep(20000);
    };
    Top();
  }
  level(100);
  for (int I = 0; I < 1000; ++I)
    round();
  std::printf("calls %d\nlevels %d\nrounds %d\n", Calls, Levels, Rounds);
}
