// RUN: %every_way_cxx
//
// Intent: the unwinding after a recover destroys every object between once, in order,
// after all deferred calls, and the recovered function's own objects on its exit.

// CHECK:      deferred in middle
// CHECK-NEXT: recovered boom
// CHECK-NEXT: ~inner member
// CHECK-NEXT: ~inner
// CHECK-NEXT: ~array1
// CHECK-NEXT: ~array0
// CHECK-NEXT: ~middle
// CHECK-NEXT: first deferred
// CHECK-NEXT: ~outer
// CHECK-NEXT: returned 0, alive 0

#include <cstdio>
#include <defer.h>
#include <string>

static int Alive;

struct Named {
  const char *Name;
  explicit Named(const char *N) : Name(N) { ++Alive; }
  Named(const Named &) = delete;
  ~Named() {
    --Alive;
    std::printf("~%s\n", Name);
  }
};

struct Half {
  Named Member{"inner member"};
  Named Body{"never built"};
  Half(bool Fail) : Body((Fail ? deferc_panic("boom") : void(), "body")) {}
};

static void inner() {
  Named N("inner");
  Half H(true);
}

static void middle() {
  Named N("middle");
  defer std::puts("deferred in middle");
  Named Array[] = {Named("array0"), Named("array1")};
  inner();
}

static int outer() {
  Named N("outer");
  defer std::puts("first deferred");
  defer {
    if (auto R = recover())
      std::printf("recovered %s\n", R.text().c_str());
  };
  middle();
  return 1;
}

int main() {
  int R = outer();
  std::printf("returned %d, alive %d\n", R, Alive);
}
