// RUN: rm -rf %t && mkdir %t && cp %s %t/-main.c && cd %t
// RUN: %deferc -o main -- -main.c
// RUN: ./main
//
// Intent: what follows `--` is an input, and the runtime still comes after it.
int main(void) { return 0; }
