// RUN: %conformance %s
//
// Intent: crash: panic(nil) not recovered (1.21+ prints the PanicNilError
// text).

#include "twin.h"

int main(void) { panic(NULL); }
