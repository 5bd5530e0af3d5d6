// RUN: %conformance %s
//
// Intent: crash: an empty string, then one of blanks.

#include "twin.h"

int main() {
  defer { panic("  two blanks"); }
  panic("");
}
