// RUN: %deferc -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -mllvm -defer-force=stack %s -o %t && %t | FileCheck %s
// RUN: %deferc -O2 -mllvm -defer-force=heap %s -o %t && %t | FileCheck %s
//
// Intent: where a goto jumps over a defer statement that nothing else reaches, or into
// a block behind one, a recovered panic still finds the way out. Found by utils/fuzz.

#include <defer.h>
#include <stdio.h>

static void g(int a) {
	printf("g %d\n", a);
	defer_recovered r = recover();
	if (r.kind)
		printf("recovered %s\n", defer_text(&r));
}

static void say(int a) { printf("say %d\n", a); }

static void over(int n) {
	defer g(n);
	goto L;
	defer puts("never");
L:;
	panicf("over %d", n);
}

static void into(int n) {
	goto L;
	if (0) {
L:		defer g(n);
		defer say(n);
	}
	panicf("into %d", n);
}

static void intoSecond(int n) {
	defer say(1);
	goto L;
	if (0) {
L:		defer g(n);
	}
	defer say(2);
	panicf("intoSecond %d", n);
}

static int both(int n) {
	defer_result int r = 3;
	defer say(0);
	goto L;
	{ defer puts("never"); }
	while (0) {
		defer puts("never 2");
L:		defer g(n);
	}
	goto M;
	defer puts("never");
M:	panicf("both %d", n);
	return 1;
}

int main(void) {
	over(1);
	into(2);
	intoSecond(3);
	printf("= %d\n", both(4));
}

// CHECK: g 1
// CHECK-NEXT: recovered over 1
// CHECK-NEXT: say 2
// CHECK-NEXT: g 2
// CHECK-NEXT: recovered into 2
// CHECK-NEXT: say 2
// CHECK-NEXT: g 3
// CHECK-NEXT: recovered intoSecond 3
// CHECK-NEXT: say 1
// CHECK-NEXT: g 4
// CHECK-NEXT: recovered both 4
// CHECK-NEXT: say 0
// CHECK-NEXT: = 3
