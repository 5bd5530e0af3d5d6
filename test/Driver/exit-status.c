// RUN: not %deferc -DWRONG -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not %deferc -c no-such-file.c 2>&1 | FileCheck --check-prefix=NOFILE %s
// RUN: not %deferc -c --no-such-option %s 2>&1 | FileCheck --check-prefix=NOOPT %s
// RUN: %deferc -c %s -o %t.o
//
// Intent: the exit status and the messages are clang's.
//
// NOFILE: error: no such file or directory: 'no-such-file.c'
// NOOPT: error: unknown argument: '--no-such-option'
int main(void) {
#ifdef WRONG
  // CHECK: exit-status.c:[[#@LINE+1]]:10: error: use of undeclared identifier 'missing'
  return missing;
#endif
}
