// A defer in a loop defers one call for each iteration, with the operands of
// that iteration. The calls run when the function returns, so what must end
// with each iteration belongs in a function of its own.
//
//   deferc -O2 examples/loop.c -o loop && ./loop

#include <defer.h>
#include <stdio.h>

static void all_at_the_end(int n) {
  for (int i = 1; i <= n; i++) {
    printf("open %d\n", i);
    defer printf("close %d\n", i);
  }
  puts("all are open");
}

static void one(int i) {
  printf("open %d\n", i);
  defer printf("close %d\n", i);
}

static void each_in_its_pass(int n) {
  for (int i = 1; i <= n; i++)
    one(i);
}

int main(void) {
  all_at_the_end(3);
  each_in_its_pass(2);
  return 0;
}
