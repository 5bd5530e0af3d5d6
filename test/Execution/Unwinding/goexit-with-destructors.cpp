// RUN: %every_way_cxx
//
// Intent: goexit runs the deferred calls of all frames, then the destructors, and ends the
// thread; a panic of one of its deferred calls that is recovered does not end that.

// CHECK:      deferred in inner
// CHECK-NEXT: recovered under goexit
// CHECK-NEXT: deferred in outer
// CHECK-NEXT: ~inner
// CHECK-NEXT: ~outer
// CHECK-NEXT: joined

#include <cstdio>
#include <defer.h>
#include <pthread.h>
#include <string>

struct Named {
  const char *Name;
  ~Named() { std::printf("~%s\n", Name); }
};

static void inner() {
  Named N{"inner"};
  defer {
    if (auto R = recover())
      std::printf("recovered %s\n", R.text().c_str());
  };
  defer panic("under goexit");
  defer std::puts("deferred in inner");
  goexit();
}

static void *outer(void *) {
  Named N{"outer"};
  defer std::puts("deferred in outer");
  inner();
  std::puts("not reached");
  return nullptr;
}

int main() {
  pthread_t T;
  pthread_create(&T, nullptr, outer, nullptr);
  pthread_join(T, nullptr);
  std::puts("joined");
}
