// RUN: %deferc -fopenmp-simd -fsyntax-only -Xclang -verify %s
// RUN: %deferc -fopenmp -fsyntax-only -Xclang -verify %s
//
// Intent: an OpenMP region is a function of its own to the compiler, but not to the user.
// Message: DeferInOpenMP

#include <defer.h>

void g(int);
void f(void) {
  defer g(0);
#pragma omp simd
  for (int i = 0; i < 3; i++) {
    defer g(i); // expected-error {{`defer` in an OpenMP region; call a function that defers}}
  }
#pragma omp simd
  for (int i = 0; i < 3; i++)
    g(i);
}
