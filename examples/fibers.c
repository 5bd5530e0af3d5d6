// Deferred calls belong to a stack. A program that switches stacks itself makes
// a g for each and sets it where it switches; then each fiber has its own
// deferred calls and its own panics.
//
//   deferc -O2 examples/fibers.c -o fibers && ./fibers

#include <defer.h>
#include <deferc/g.h>
#include <stdio.h>
#include <stdlib.h>
#include <ucontext.h>

struct fiber {
  ucontext_t context;
  deferc_g *g;
  char *stack;
  int number, done;
};

static ucontext_t scheduler;
static struct fiber *running;

static void yield_now(void) { swapcontext(&running->context, &scheduler); }

static void work(int number) {
  defer printf("fiber %d: done\n", number);
  for (int step = 1; step <= 2; step++) {
    printf("fiber %d: step %d\n", number, step);
    yield_now();
    if (number == 2)
      panicf("no second step");
  }
}

static void body(void) {
  defer { running->done = 1; }
  defer {
    defer_recovered r = recover();
    if (r.kind != DEFER_NONE)
      printf("fiber %d: recovered: %s\n", running->number, defer_text(&r));
  }
  work(running->number);
}

static void resume(struct fiber *f) {
  running = f;
  deferc_g *mine = deferc_g_set(f->g);
  swapcontext(&scheduler, &f->context);
  deferc_g_set(mine);
}

int main(void) {
  enum { count = 2, stack_size = 256 * 1024 };
  static struct fiber fibers[count];
  for (int i = 0; i < count; i++) {
    struct fiber *f = &fibers[i];
    f->number = i + 1;
    f->g = deferc_g_new();
    f->stack = malloc(stack_size);
    getcontext(&f->context);
    f->context.uc_stack.ss_sp = f->stack;
    f->context.uc_stack.ss_size = stack_size;
    f->context.uc_link = &scheduler;
    makecontext(&f->context, body, 0);
  }
  defer {
    for (int i = 0; i < count; i++) {
      deferc_g_free(fibers[i].g);
      free(fibers[i].stack);
    }
  }
  for (int left = count; left;) {
    left = 0;
    for (int i = 0; i < count; i++)
      if (!fibers[i].done) {
        resume(&fibers[i]);
        left += !fibers[i].done;
      }
  }
  return 0;
}
