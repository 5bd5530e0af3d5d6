// RUN: %deferc++ -std=c++17 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -O2 %s -o %t && %t | FileCheck %s
//
// Intent: temporaries of the operand live until after the call, arguments are initialised at the statement.

#include <defer.h>

#include <cstdio>
#include <memory>
#include <string>

static void say(const char *S) { std::puts(S); }
static void num(int N) { std::printf("%d\n", N); }

struct Noisy {
  const char *Name;
  ~Noisy() { std::printf("~%s\n", Name); }
};
static void look(const Noisy &N) { std::printf("look %s\n", N.Name); }
static void own(std::unique_ptr<int> P) { num(*P); }
int main() {
  defer say("last");
  auto P = std::make_unique<int>(5);
  defer own(std::move(P));
  defer look(Noisy{"temporary"});
  std::string S = "now";
  defer [](std::string T) { say(T.c_str()); }(S + " copied");
  S = "later";
  say(P ? "kept" : "moved");
}

// CHECK:      moved
// CHECK-NEXT: now copied
// CHECK-NEXT: look temporary
// CHECK-NEXT: ~temporary
// CHECK-NEXT: 5
// CHECK-NEXT: last
// CHECK-NOT:  {{.}}
