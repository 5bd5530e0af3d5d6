// RUN: %deferc -Werror -E %s -o %t.i 2>&1 | count 0
// RUN: %deferc -Werror -M %s -o %t.d 2>&1 | count 0
// RUN: %deferc -Werror -fsyntax-only %s 2>&1 | count 0
// RUN: %deferc -Werror -S %s -o %t.s 2>&1 | count 0
// RUN: %deferc -Werror -c -emit-llvm %s -o %t.bc 2>&1 | count 0
// RUN: %deferc -Werror -c %s -o %t.o 2>&1 | count 0
// RUN: %deferc -Werror %t.o -o %t 2>&1 | count 0
// RUN: %deferc -Werror -c -x ir %t.bc -o %t.o 2>&1 | count 0
//
// Intent: no step warns about an option that deferc added and the step does not
// need.
int main(void) { return 0; }
