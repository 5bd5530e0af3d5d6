// RUN: %conformance %s
//
// Intent: deferred calls of one function run last-in first-out after the body.

#include "twin.h"

static void say(const char *S) { std::puts(S); }

int main() {
  defer say("first registered");
  defer say("second registered");
  defer say("third registered");
  say("body");
}
