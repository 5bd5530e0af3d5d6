// RUN: %conformance %s
//
// Intent: crash: a newline in the text (1.23+ prints a tab after it).

#include "twin.h"

int main(void) {
  defer { panic("line three\nline four"); }
  panic("line one\nline two");
}
