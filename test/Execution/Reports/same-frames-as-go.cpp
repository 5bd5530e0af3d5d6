// RUN: %deferc++ -O0 -g %s -o %t && %S/Inputs/list-frames %t | diff %S/Inputs/frames.expected -
// RUN: %deferc++ -O2 -g %s -o %t && %S/Inputs/list-frames %t | diff %S/Inputs/frames.expected -
// RUN: %deferc++ -O1 -g -mllvm -defer-force=stack %s -o %t && %S/Inputs/list-frames %t | diff %S/Inputs/frames.expected -
// RUN: %deferc++ -O1 -g -mllvm -defer-force=heap %s -o %t && %S/Inputs/list-frames %t | diff %S/Inputs/frames.expected -
// RUN: %deferc++ -O0 %s -o %t && %S/Inputs/list-frames %t | diff %S/Inputs/frames.expected -
// RUN: %deferc++ -O2 -fno-inline -fno-optimize-sibling-calls %s -o %t && %S/Inputs/list-frames %t | diff %S/Inputs/frames.expected -
//
// Intent: a crash report shows the frames that Go shows, in the same order, under the
// same names, for every form of a deferred call, however it is kept, with and without
// debug information.

#include <cstring>
#include <defer.h>

struct Stream {
  virtual void flushed() = 0;
};

#define NOINLINE __attribute__((noinline))

struct T : Stream {
  NOINLINE void closed() { panic("closed"); }
  void flushed() override { panic("flushed"); }
};

NOINLINE void named() { panic("named"); }

NOINLINE void recovering() {
  (void)recover();
  panic("again");
}

static void inlined() {
  named();
  __asm__ volatile(""); // No tail call.
}

NOINLINE int operand() { panic("operand"); }
NOINLINE void take(int N) { __asm__ volatile("" ::"r"(N)); }

void (*volatile Function)() = named;
void (*volatile Null)();

NOINLINE void call() {
  defer named();
  panic("origin");
}

NOINLINE void block() {
  defer {
    named();
    __asm__ volatile("");
  };
  panic("origin");
}

NOINLINE void method() {
  T t;
  defer t.closed();
  panic("origin");
}

NOINLINE void virtual_() {
  static T t;
  Stream *volatile s = &t;
  defer s->flushed();
  panic("origin");
}

NOINLINE void pointer() {
  defer Function();
  panic("origin");
}

NOINLINE void nilPointer() {
  defer Null();
  panic("origin");
}

NOINLINE void recovers() {
  defer recovering();
  panic("origin");
}

NOINLINE void loop() {
  for (int I = 0; I < 2; I++)
    defer recovering();
  panic("origin");
}

NOINLINE void direct() {
  defer panic("direct");
  panic("origin");
}

NOINLINE void inlining() {
  defer inlined();
  panic("origin");
}

NOINLINE void operands() { defer take(operand()); }

NOINLINE void atReturn() {
  defer named();
  defer take(1);
}

NOINLINE void blockAtReturn() {
  defer {
    named();
    __asm__ volatile("");
  };
}

NOINLINE void both() {
  defer named();
  defer { panic("second"); };
  panic("first");
}

int main(int, char **Arguments) {
  struct {
    const char *Name;
    void (*Run)();
  } Cases[] = {{"call", call},
               {"block", block},
               {"method", method},
               {"virtual", virtual_},
               {"pointer", pointer},
               {"nilPointer", nilPointer},
               {"recovers", recovers},
               {"loop", loop},
               {"direct", direct},
               {"inlining", inlining},
               {"operands", operands},
               {"atReturn", atReturn},
               {"blockAtReturn", blockAtReturn},
               {"both", both}};
  for (auto &Case : Cases)
    if (!std::strcmp(Case.Name, Arguments[1])) {
      Case.Run();
      __asm__ volatile("");
    }
}
