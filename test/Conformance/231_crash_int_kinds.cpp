// RUN: %conformance %s
//
// Intent: crash: integers of several sizes print in decimal.

#include "twin.h"

int main() {
  defer { panic((signed char)-7); }
  defer { panic((unsigned char)200); }
  defer { panic(-9000000000000000000L); }
  defer { panic(18000000000000000000UL); }
  panic((unsigned short)65535);
}
