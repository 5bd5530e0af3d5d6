// RUN: %deferc -O2 -S %s -o - | FileCheck %s
//
// Intent: C has all three tiers: open-coded, stack records and, in a loop,
// heap records.

#include <defer.h>

void a(int);
int more(void);

void open(int N) {
  defer a(N);
  more();
}

// CHECK-LABEL: {{^}}open:
// CHECK-NOT:     __deferc_defer{{proc|return}}
// CHECK:         {{callq|jmp}} a
// CHECK:       .Lfunc_end0:

void nine(int N) {
  defer a(N); defer a(N); defer a(N); defer a(N); defer a(N);
  defer a(N); defer a(N); defer a(N); defer a(N);
  more();
}

// CHECK-LABEL:   {{^}}nine:
// CHECK-COUNT-9:   callq __deferc_deferprocStack
// CHECK:           callq __deferc_deferreturn
// CHECK:         .Lfunc_end1:

void loop(int N) {
  while (more())
    defer a(N);
}

// CHECK-LABEL: {{^}}loop:
// CHECK:         callq __deferc_deferproc{{(@PLT)?$}}
// CHECK:         callq __deferc_deferreturn
// CHECK:       .Lfunc_end2:
