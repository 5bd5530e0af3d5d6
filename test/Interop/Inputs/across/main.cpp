#include <defer.h>
#include <cstdio>
#include <string>
extern "C" {
int middle(int how, void (*leave)(int));
}
static void leave(int How) {
  if (How == 2)
    throw How;
  if (How == 3)
    panic("three");
}
static void guarded(int How) {
  defer {
    if (auto R = recover())
      std::printf("recovered %s\n", R.text().c_str());
  };
  std::printf("main returns %d\n", middle(How, leave));
}
int main() {
  guarded(1);
  try {
    guarded(2);
  } catch (int How) {
    std::printf("caught %d\n", How);
  }
  guarded(3);
}
