// RUN: %conformance %s
//
// Intent: payloads of several types are told apart.

#include "twin.h"

enum class Code : int {};

static void f(int K) {
  defer {
    auto R = recover();
    if (!R)
      std::puts("nothing");
    else if (auto *I = R.get_if<int>())
      std::printf("int %d\n", *I);
    else if (auto *S = R.get_if<const char *>())
      std::printf("string %s\n", *S);
    else if (auto *C = R.get_if<Code>())
      std::printf("Code %d\n", int(*C));
    else if (auto *B = R.get_if<bool>())
      println("bool", *B);
    else
      std::puts("other");
  }
  switch (K) {
  case 0:
    panic(5);
  case 1:
    panic("five");
  case 2:
    panic(Code(5));
  case 3:
    panic(true);
  case 4:
    panic(5.5);
  }
}

int main() {
  for (int K = 0; K < 6; ++K)
    f(K);
}
