// RUN: %conformance %s
//
// Intent: crash: bool, float and negative payloads.

#include "twin.h"

int main(void) {
  defer { panic(-5); }
  defer { panic(2.5); }
  panic((bool)true);
}
