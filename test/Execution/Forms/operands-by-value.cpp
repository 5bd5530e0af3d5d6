// RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 -fsanitize=address %s -o %t && %t | FileCheck %s
//
// Intent: an operand that makes a value of its own from a variable of a nested scope,
// as `+` of strings does, does not reach that variable.

#include <defer.h>

#include <cstdio>
#include <string>
#include <vector>

struct Size {
  int N;
};
static Size sizeOf(const std::string &S) { return {static_cast<int>(S.size())}; }
static std::vector<int> sizes(const std::string &S) { return {sizeOf(S).N}; }

static void sayText(std::string S) { std::puts(S.c_str()); }
static void saySize(Size S) { std::printf("%d\n", S.N); }
static void sayFirst(std::vector<int> V) { std::printf("first %d\n", V[0]); }

int main() {
  // CHECK: first 9
  // CHECK-NEXT: 9
  // CHECK-NEXT: te
  // CHECK-NEXT: textual 1 and more
  // CHECK-NEXT: first 9
  // CHECK-NEXT: 9
  // CHECK-NEXT: te
  // CHECK-NEXT: textual 0 and more
  for (int I = 0; I < 2; I++) {
    std::string S = "textual " + std::to_string(I);
    defer sayText(S + " and more");
    defer sayText(S.substr(0, 2));
    defer saySize(sizeOf(S));
    defer sayFirst(sizes(S));
  }
}
