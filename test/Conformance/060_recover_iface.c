// RUN: %conformance %s
//
// Intent: recover in methods deferred through an interface, with pointer and
// value receivers.

#include "twin.h"

// An interface value is a pointer to the data and one to the functions.
typedef struct Handler {
  void (*Handle)(const void *Self, const char *Tag);
  const void *Self;
} Handler;

static void handleA(const void *Self, const char *Tag) {
  println(Tag, "A", *(const int *)Self, recover());
}
static void handleB(const void *Self, const char *Tag) {
  println(Tag, "B", (const char *)Self, recover());
}

static void f(Handler H) {
  defer H.Handle(H.Self, "via interface");
  panic("x");
}

int main(void) {
  int Four = 4;
  f((Handler){handleA, &Four});
  f((Handler){handleB, "bee"});
}
