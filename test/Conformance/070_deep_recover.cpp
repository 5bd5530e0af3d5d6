// RUN: %conformance %s
//
// Intent: panic under 200 frames, each with a defer, recovered at the top.

#include "twin.h"

#include <string>

static int Count;

static void down(int N) {
  defer { ++Count; }
  if (N == 0)
    panic("bottom");
  down(N - 1);
}

static std::string run() {
  defer_result std::string Message;
  defer {
    if (auto R = recover())
      Message = R.as<const char *>();
  }
  down(200);
  return "no";
}

int main() {
  std::string Message = run();
  println(Message, Count);
}
