// REQUIRES: root
// RUN: rm -rf %t && mkdir %t && %deferc -O1 -g %s -o %t/program && cp %t/program %t/privileged
// RUN: chgrp nogroup %t/privileged && chmod g+s %t/privileged
// RUN: not env DEFERC_TRACEBACK=all %t/program 2>&1 | FileCheck %s
// RUN: not env DEFERC_TRACEBACK=all %t/privileged 2>&1 | FileCheck %s --check-prefix=PRIVILEGED
// RUN: not env DEFERC_TRACEBACK=crash %t/privileged 2>&1 | FileCheck %s --check-prefix=PRIVILEGED
// RUN: not %t/program stuck 2>&1 | FileCheck %s --check-prefix=STUCK
// RUN: not %t/privileged stuck 2>&1 | FileCheck %s --check-prefix=PRIVILEGED-STUCK
//
// Intent: a program that has more rights than who starts it (AT_SECURE) does not look at
// DEFERC_TRACEBACK and tells its panic alone: no trace, no names of functions and no
// paths, for which libraries would be loaded into it.

#include <defer.h>

__asm__(".globl withoutTables\n\t"
        ".type withoutTables, @function\n"
        "withoutTables:\n\t"
        "subq $8, %rsp\n\t"
        "callq *%rdi\n\t"
        "addq $8, %rsp\n\t"
        "retq\n\t"
        ".size withoutTables, . - withoutTables");
void withoutTables(void (*F)(void));

static void fail(void) { panic("with rights"); }

int main(int Count, char **Arguments) {
  (void)Arguments;
  if (Count > 1)
    withoutTables(fail);
  fail();
}
// CHECK:      panic: with rights
// CHECK-EMPTY:
// CHECK-NEXT: goroutine 1 [running]:
// CHECK:      {{^	/.*}}privileged-program.c:

// PRIVILEGED:     panic: with rights
// PRIVILEGED-NOT: {{.}}

// STUCK:      panic: with rights
// STUCK-NEXT: fatal error: cannot walk past withoutTables (at 0x
// STUCK:      {{^	/.*}}privileged-program.c:

// PRIVILEGED-STUCK:      panic: with rights
// PRIVILEGED-STUCK-NEXT: fatal error: cannot walk past unknown code (at 0x{{[0-9a-f]+}}), which has no unwind tables; deferred calls of its callers did not run{{$}}
// PRIVILEGED-STUCK-NOT:  {{.}}
