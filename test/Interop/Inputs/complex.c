#include <defer.h>
#include <stdio.h>

void panic_in_c(int which) {
  if (which == 0)
    panic(__builtin_complex(1.0f, -2.0f));
  if (which == 1)
    panic(__builtin_complex(1.0, -2.0));
  panic(__builtin_complex(1.0L, -2.0L));
}

void recover_in_c(void (*function)(void)) {
  defer {
    defer_recovered r = recover();
    if (r.kind == DEFER_COMPLEX)
      printf("C: complex, %g and %g\n", __real__ r.c, __imag__ r.c);
    else
      printf("C: other, %s\n", defer_text(&r));
  };
  function();
}
