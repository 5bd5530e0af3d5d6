// RUN: %conformance %s
//
// Intent: crash: two unrecovered panics with the same constant (1.26+ prints it
// once).

#include "twin.h"

int main(void) {
  defer { panic("same"); }
  panic("same");
}
