#include <defer.h>
#include <stdio.h>
int leaf(int how, void (*leave)(int));
int middle(int how, void (*leave)(int)) {
  defer printf("middle %d\n", how);
  return leaf(how, leave);
}
