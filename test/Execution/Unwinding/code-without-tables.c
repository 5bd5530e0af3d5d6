// RUN: %every_way_c
//
// Intent: a panic that meets code without unwind tables says so and names the code,
// whichever unwinder the program has, instead of losing the deferred calls beyond it.

// CHECK:     inner
// CHECK-NOT: {{^}}main
// CHECK:     fatal error: cannot walk past {{.*}}code-without-tables{{.*}}, which has no unwind tables
// CHECK:     status 2

#include <defer.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

void call_without_tables(void (*Function)(void));
__asm__(".text\n"
        "call_without_tables:\n"
        "  pushq %rbx\n"
        "  callq *%rdi\n"
        "  popq %rbx\n"
        "  retq\n");

static void inner(void) {
  defer puts("inner");
  panic("lost");
}

int main(void) {
  setvbuf(stdout, NULL, _IONBF, 0);
  int status = 0;
  if (fork()) {
    wait(&status);
    printf("status %d\n", WEXITSTATUS(status));
    return 0;
  }
  defer puts("main");
  call_without_tables(inner);
}
