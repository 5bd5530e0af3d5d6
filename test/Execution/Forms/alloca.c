// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O3 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -mllvm -defer-force=stack %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -mllvm -defer-force=heap %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -mllvm -defer-force=open %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -fno-discard-value-names %s -o %t && %t | FileCheck %s
// RUN: %if asan %{ %deferc -g -O1 -fsanitize=address %s -o %t && %t | FileCheck %s %}
//
// Intent: what an operand takes by alloca lives until the function returns, and a
// variable length array of its statement expressions until the call: in loops, in the
// scope of other such arrays, in recursion and while panicking.

#include <defer.h>

#include <alloca.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static char *fill(char *P, int N, char C) {
  memset(P, C, N);
  P[N - 1] = 0;
  return P;
}
static void show(const char *S) { printf("%zu%c ", strlen(S), S[0]); }
static void showAt(char *const *S) { show(*S); }
static void showAligned(const char *S) {
  printf("%d:", (int)((uintptr_t)S % 256));
  show(S);
}
struct Text {
  char *S;
  long Unused[3];
};
static void showText(struct Text T) { show(T.S); }
union Word {
  long N;
  char *S;
};
static void showWord(union Word W) { show(W.S); }

/// Writes over the stack below the caller, and takes more of it.
__attribute__((noinline)) static void clobber(void) {
  volatile char Junk[8192];
  for (unsigned I = 0; I < sizeof Junk; I++)
    Junk[I] = 'z';
}

__attribute__((noinline)) static void once(int N) {
  char *Own = NULL, Static[] = "static";
  defer showAt(&Own);
  defer show(fill(alloca(N), N, 'a'));
  defer show(fill(alloca(40), 40, 'b'));
  defer show(Own = fill(alloca(40), 20, 'c'));
  defer showAligned(fill(__builtin_alloca_with_align(N, 2048), N, 'd'));
  defer showWord((union Word){.S = fill(alloca(N), N, 'w')});
  defer show(N > 3 ? fill(alloca(N), N, 'e') : Static);
  defer showText((struct Text){fill(alloca(N), N, 'f'), {0}});
  defer show(({ char V[N]; fill(V, N, 'v'); }));
  defer memset(({ char V[N]; V; }), 0, N);
  defer show(({ char *P = (char[]){'l', 'i', 't', 0}; P; }));
  clobber();
  fill(alloca(N), N, 'z');
  clobber();
}

__attribute__((noinline)) static void loop(int N) {
  for (int I = 0; I < 3; I++) {
    defer show(fill(alloca(N + I), N + I, 'a' + I));
    defer show(fill(alloca(40), 40 - I, 'x'));
    defer show(({ char V[N + I]; fill(V, N + I, 'v'); }));
  }
  clobber();
}

__attribute__((noinline)) static void scopes(int N) {
  if (N) {
    int V[N];
    V[0] = N;
    defer show(fill(alloca(V[0]), N, 'a'));
    defer show(({ char W[N]; fill(W, N, 'w'); }));
    defer showWord((union Word){.S = fill(alloca(N), N, 'u')});
  }
  for (int I = 0; I < 2; I++) {
    int V[N];
    memset(V, I, sizeof V);
    defer show(fill(alloca(N + I), N + I, 'l'));
  }
  clobber();
}

__attribute__((noinline)) static void recurse(int N) {
  if (N > 10)
    recurse(N - 10);
  defer show(fill(alloca(N), N, 'r'));
  clobber();
}

static void fail(int N) {
  defer show(fill(alloca(N), N, 'p'));
  clobber();
  panic("fail");
}
__attribute__((noinline)) static void recovers(int N) {
  defer show(fill(alloca(N), N, 'q'));
  defer { recover(); }
  fail(N);
}

int main(void) {
  once(33);
  puts("");
  // CHECK: 3l 32v 32f 32e 32w 0:32d 19c 39b 32a 19c
  loop(33);
  puts("");
  // CHECK-NEXT: 34v 37x 34c 33v 38x 33b 32v 39x 32a
  scopes(33);
  puts("");
  // CHECK-NEXT: 33l 32l 32u 32w 32a
  recurse(33);
  puts("");
  // CHECK-NEXT: 2r 12r 22r 32r
  recovers(33);
  puts("");
  // CHECK-NEXT: 32p 32q
}
