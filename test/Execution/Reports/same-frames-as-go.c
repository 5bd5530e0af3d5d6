// RUN: %deferc -O0 -g %s -o %t && %S/Inputs/list-frames %t "call block pointer nilPointer direct both" > %t.out
// RUN: grep -E '^(call|block|pointer|nilPointer|direct|both):' %S/Inputs/frames.expected | diff - %t.out
// RUN: %deferc -O2 -g %s -o %t && %S/Inputs/list-frames %t "call block pointer nilPointer direct both" | diff %t.out -
// RUN: %deferc -O1 -mllvm -defer-force=stack %s -o %t && %S/Inputs/list-frames %t "call block pointer nilPointer direct both" | diff %t.out -
// RUN: %deferc -O0 %s -o %t && %S/Inputs/list-frames %t "call block pointer nilPointer direct both" | diff %t.out -
//
// Intent: the same in C, where a block has no name of its own.

#include <defer.h>
#include <string.h>

#define NOINLINE __attribute__((noinline))

NOINLINE static void named(void) { panic("named"); }

static void (*volatile Function)(void) = named;
static void (*volatile Null)(void);

NOINLINE static void call(void) {
  defer named();
  panic("origin");
}

NOINLINE static void block(void) {
  defer {
    named();
    __asm__ volatile("");
  }
  panic("origin");
}

NOINLINE static void pointer(void) {
  defer Function();
  panic("origin");
}

NOINLINE static void nilPointer(void) {
  defer Null();
  panic("origin");
}

NOINLINE static void direct(void) {
  defer panic("direct");
  panic("origin");
}

NOINLINE static void both(void) {
  defer named();
  defer { panic("second"); }
  panic("first");
}

int main(int Count, char **Arguments) {
  (void)Count;
  if (!strcmp(Arguments[1], "call"))
    call();
  else if (!strcmp(Arguments[1], "block"))
    block();
  else if (!strcmp(Arguments[1], "pointer"))
    pointer();
  else if (!strcmp(Arguments[1], "nilPointer"))
    nilPointer();
  else if (!strcmp(Arguments[1], "direct"))
    direct();
  else
    both();
  __asm__ volatile("");
}
