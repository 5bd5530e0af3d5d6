// RUN: %deferc++ -fsyntax-only -Xclang -ast-dump -Xclang -ast-dump-filter=returns %s | FileCheck %s
//
// Intent: a local variable that a function with defer statements returns is not built
// in the caller's memory, however many such variables there are, since deferred calls
// that change it come after the result was set; in other functions it is.

#include <defer.h>

struct Big {
  int Numbers[20];
  Big();
  Big(const Big &);
};
void change(Big *);

// CHECK-LABEL: Dumping returnsOneOfThree:
// CHECK:         VarDecl {{.*}} First 'Big' callinit
// CHECK:         VarDecl {{.*}} Second 'Big' callinit
// CHECK:         VarDecl {{.*}} Third 'Big' callinit
Big returnsOneOfThree(int N) {
  if (N == 1) {
    Big First;
    defer change(&First);
    return First;
  }
  if (N == 2) {
    Big Second;
    defer change(&Second);
    return Second;
  }
  Big Third;
  defer change(&Third);
  return Third;
}

// CHECK-LABEL: Dumping returnsOnly:
// CHECK:         VarDecl {{.*}} Only 'Big' nrvo callinit
Big returnsOnly() {
  Big Only;
  change(&Only);
  return Only;
}
