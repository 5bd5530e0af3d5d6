#include <defer.h>
#include <stdio.h>
int leaf(int how, void (*leave)(int)) {
  for (int i = 0; i < 1; ++i)
    defer printf("leaf %d\n", how);
  leave(how);
  return how;
}
