# ===- preludes.py - What the written programs stand on ---------------------===//
#
# Part of the deferc project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===------------------------------------------------------------------------===//
"""The part of a source file (source.py) that is the same for all programs.

The trace and what writes it, the values that panics have, as text, and `main`.
"""

GO_PRELUDE = """\
package main

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
)

var trace []byte

func put(s string)       { trace = append(append(trace, s...), ' ') }
func t(n int)            { put(strconv.Itoa(n)) }
func tv(n, v int)        { put(strconv.Itoa(n) + "=" + strconv.Itoa(v)) }
func tr(n int, v any)    { put(strconv.Itoa(n) + ":" + show(v)) }
func helper(n int)       { tr(n, recover()) }
func arg_e(n, v int) int { put(strconv.Itoa(n) + ":" + strconv.Itoa(v)); return v }
func arg_p(n, v int) int {
	arg_e(n, v)
	if v&1 != 0 {
		panic(n)
	}
	return v
}

func divide(a, b int) int { return a / b }

type oops int

func (o oops) Error() string { return "oops " + strconv.Itoa(int(o)) }

type Pair struct{ v, w int }
type Big struct {
	v   int
	pad [4]int64
	w   int
}

func makePair(n int) Pair { return Pair{n, (n + 5) & 1023} }
func makeBig(n int) Big   { return Big{v: n, w: (n + 5) & 1023} }
func sumPair(p Pair) int  { return (p.v + 3*p.w) & 1023 }
func sumBig(b Big) int    { return (b.v + 3*b.w) & 1023 }

func show(v any) string {
	switch v := v.(type) {
	case nil:
		return "-"
	case int:
		return "i" + strconv.Itoa(v)
	case string:
		return "s" + v
	case float64:
		return "f" + strconv.FormatFloat(v, 'f', 1, 64)
	case bool:
		return "b" + strconv.FormatBool(v)
	case uint:
		return "u" + strconv.Itoa(int(v))
	case oops:
		return "o" + strconv.Itoa(int(v))
	}
	if v.(error).Error() == "runtime error: integer divide by zero" {
		return "ediv"
	}
	return "enil"
}

// grow makes the stack large enough not to be moved again: a deferred recover()
// holds its frame's address, which Go 1.19 does not correct when the stack moves.
//
//go:noinline
func grow(n int) int {
	var space [512]byte
	space[n] = 1
	if n > 0 {
		return grow(n-1) + int(space[n])
	}
	return int(space[0])
}

func run(k int) {
	trace = trace[:0]
	returned := false
	done := make(chan bool)
	go func() {
		grow(500)
		defer close(done)
		defer func() {
			if r := recover(); r != nil {
				put("uncaught " + show(r))
			} else if !returned {
				put("goexit")
			}
		}()
		v := cases[k]()
		put("result " + strconv.Itoa(v))
		returned = true
	}()
	<-done
	fmt.Printf("%d: %s\\n", k, trace[:len(trace)-1])
}

func main() {
	if os.Args[1] == "crash" {
		k, _ := strconv.Atoi(os.Args[2])
		done := make(chan bool)
		go func() {
			grow(500)
			cases[k]() // a deferred close would let main end first
			close(done)
		}()
		<-done
		return
	}
	first, _ := strconv.Atoi(os.Args[1])
	last, _ := strconv.Atoi(os.Args[2])
	for k := first; k <= last && k < len(cases); k++ {
		run(k)
	}
	_ = runtime.Goexit
}

"""

C_PRELUDE = """\
#include <defer.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char trace[1 << 16];
static int used, live, returned;
typedef int (*Fi)(int);
typedef void (*Fv)(int);

__attribute__((noinline)) static void put(int n, const char *between, const char *text) {
	if (used < (int)sizeof(trace) - 100)
		used += snprintf(trace + used, 99, "%d%s%s ", n, between, text);
}
__attribute__((noinline)) static void t(int n) { put(n, "", ""); }
__attribute__((noinline)) static void tv(int n, int v) {
	char text[16];
	snprintf(text, sizeof text, "%d", v);
	put(n, "=", text);
}
__attribute__((noinline)) static int arg_e(int n, int v) {
	char text[16];
	snprintf(text, sizeof text, "%d", v);
	put(n, ":", text);
	return v;
}
static int arg_p(int n, int v) {
	arg_e(n, v);
	if (v & 1)
		panic(n);
	return v;
}
struct Pair { int v, w; };
struct Big {
	int v;
	long pad[4];
	int w;
};
static struct Pair makePair(int n) {
	struct Pair p = {n, (n + 5) & 1023};
	return p;
}
static struct Big makeBig(int n) {
	struct Big b = {n, {0, 0, 0, 0}, (n + 5) & 1023};
	return b;
}
static int sumPair(struct Pair p) { return (p.v + 3 * p.w) & 1023; }
static int sumBig(struct Big b) { return (b.v + 3 * b.w) & 1023; }
static void say(const char *text) {
	used += snprintf(trace + used, 99, "%s ", text);
}
"""

CXX_SHOW = """\
#include <string>

struct Oops {
	int n;
	std::string Error() const { return "oops " + std::to_string(n); }
};
struct Failure : std::exception {
	int n;
	std::string text;
	explicit Failure(int n) : n(n), text("oops " + std::to_string(n)) {}
	const char *what() const noexcept override { return text.c_str(); }
};
static void show(char *text, const defer_recovered &r) {
	if (!r)
		snprintf(text, 50, "-");
	else if (auto *i = r.get_if<int>())
		snprintf(text, 50, "i%d", *i);
	else if (auto *s = r.get_if<const char *>())
		snprintf(text, 50, "s%s", *s);
	else if (auto *f = r.get_if<double>())
		snprintf(text, 50, "f%.1f", *f);
	else if (auto *b = r.get_if<bool>())
		snprintf(text, 50, "b%s", *b ? "true" : "false");
	else if (auto *u = r.get_if<unsigned>())
		snprintf(text, 50, "u%u", *u);
	else if (auto *o = r.get_if<Oops>())
		snprintf(text, 50, "o%d", o->n);
	else if (auto *o = r.get_if<Failure>())
		snprintf(text, 50, "o%d", o->n);
	else if (!strcmp(r.get_if<defer_runtime_error>()->what(), "runtime error: integer divide by zero"))
		snprintf(text, 50, "ediv");
	else
		snprintf(text, 50, "enil");
}
__attribute__((noinline)) static void tr(int n, const defer_recovered &r) {
	char text[50];
	show(text, r);
	put(n, ":", text);
}
struct Guard {
	__attribute__((noinline)) Guard() { live++; }
	__attribute__((noinline)) ~Guard() { live--; }
};
struct Nothing {};
struct Polymorphic {
	virtual void first() {}
};
#define NONE(r) !(r)
"""

C_SHOW = """\
static void show(char *text, defer_recovered r) {
	if (r.kind == DEFER_NONE)
		snprintf(text, 50, "-");
	else if (r.kind == DEFER_INT)
		snprintf(text, 50, "i%d", (int)r.i);
	else if (r.kind == DEFER_STRING)
		snprintf(text, 50, "s%s", r.s);
	else if (r.kind == DEFER_FLOAT)
		snprintf(text, 50, "f%.1f", r.f);
	else if (r.kind == DEFER_BOOL)
		snprintf(text, 50, "b%s", r.b ? "true" : "false");
	else if (r.kind == DEFER_UINT)
		snprintf(text, 50, "u%u", (unsigned)r.u);
	else
		snprintf(text, 50, !strcmp(defer_text(&r), "runtime error: integer divide by zero") ? "ediv" : "enil");
}
__attribute__((noinline)) static void tr(int n, defer_recovered r) {
	char text[50];
	show(text, r);
	put(n, ":", text);
}
__attribute__((noinline)) static void leave(int *g) { live--; (void)g; }
#define GUARD int g __attribute__((cleanup(leave))) = ++live
#define NONE(r) !(r).kind
"""

C_MIDDLE = """\
static void helper(int n) { tr(n, recover()); }
static void lost(int v) { (void)v; }
defer_fault_panics static void some_v(Fv f, int v) { f(v); }
defer_fault_panics static int some_i(Fi f, int v) { return f(v); }
defer_fault_panics static int divide(int a, int b) { return a / b; }
typedef int (*Case)(void);
"""

C_MAIN = """\
static void line(int k) {
	char head[16], tail[32] = "";
	int n = snprintf(head, sizeof head, "%d: ", k);
	if (live)
		snprintf(tail, sizeof tail, " live %d", live);
	fwrite(head, 1, n, stdout);
	fwrite(trace, 1, used - 1, stdout);
	puts(tail);
	fflush(stdout);
}
static void outcome(void) {
	char text[80] = "uncaught ";
	defer_recovered r = recover();
	if (!NONE(r)) {
		show(text + 9, r);
		say(text);
	} else if (!returned)
		say("goexit");
}
static void *thread(void *p) {
	char text[32];
	int v;
	defer outcome();
	v = (*(Case *)p)();
	snprintf(text, sizeof text, "result %d", v);
	say(text);
	returned = 1;
	return 0;
}
static void *bare(void *p) {
	(*(Case *)p)();
	return 0;
}
int main(int argc, char **argv) {
	pthread_t id;
	if (argc > 2 && !strcmp(argv[1], "crash")) {
		pthread_create(&id, 0, bare, (void *)&cases[atoi(argv[2])]);
		pthread_join(id, 0);
		return 0;
	}
	for (int k = atoi(argv[1]); k <= atoi(argv[2]) && k < (int)(sizeof cases / sizeof *cases); k++) {
		used = live = returned = 0;
		pthread_create(&id, 0, thread, (void *)&cases[k]);
		pthread_join(id, 0);
		line(k);
	}
	return 0;
}
"""
