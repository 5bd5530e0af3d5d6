// RUN: %deferc++ -std=c++17 -w -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -w -O2 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++17 -w -O2 -mllvm -defer-force=heap %s -o %t && %t | FileCheck %s
// RUN: %if asan %{ %deferc++ -std=c++17 -w -g -O1 -fsanitize=address %s -o %t && %t | FileCheck %s %}
//
// Intent: what an operand takes by alloca lives as long where temporaries with
// destructors, lambdas and exceptions go on with it.

#include <defer.h>

#include <cstdio>
#include <cstring>
#include <string>

struct Text {
  std::string S;
  Text(const char *S) : S(S) {}
  ~Text() { std::printf("~%zu ", S.size()); }
  const char *get() const { return S.c_str(); }
};

static char *fill(void *P, int N, char C) {
  std::memset(P, C, N);
  static_cast<char *>(P)[N - 1] = 0;
  return static_cast<char *>(P);
}
static void show(const char *S) { std::printf("%zu%c ", std::strlen(S), S[0]); }
static int fail(char *P) { throw P; }

__attribute__((noinline)) static void clobber() {
  volatile char Junk[8192];
  for (char volatile &C : Junk)
    C = 'z';
}

__attribute__((noinline)) static void all(int N) {
  defer show(Text(fill(__builtin_alloca(N), N, 'a')).get());
  defer [P = fill(__builtin_alloca(N), N, 'b')] { show(P); }();
  if (N) {
    int V[N];
    V[0] = N;
    defer show(fill(__builtin_alloca(V[0]), N, 'c'));
  }
  for (int I = 0; I < 2; I++) {
    auto Lambda = [I](char *P) { show(P); };
    defer Lambda(fill(__builtin_alloca(N + I), N + I, 'd'));
  }
  try {
    defer std::printf("%d", fail(fill(__builtin_alloca(N), N, 'e')));
  } catch (char *P) {
    clobber();
    show(P);
  }
  clobber();
}

int main() {
  all(33);
  // CHECK: 32e 33d 32d 32c 32b 32a ~32
}
