#include <defer.h>

void panic_in_c(int which) {
  __int128 large = 1000000000000 * (__int128)1000000000;
  if (which == 0)
    panic(-large);
  if (which == 1)
    panic((unsigned __int128)large);
  if (which == 2)
    panic((_Float16)1.5f);
  panic((__bf16)-2.0f);
}
