// The twin of ../same-frames-as-go.cpp; frames.expected is what Go prints for it.
package main

import "os"

type T struct{ n int }

func (t T) closed()   { panic("closed") }
func (t *T) flushed() { panic("flushed") }

type stream interface{ flushed() }

//go:noinline
func named() { panic("named") }

//go:noinline
func recovering() {
	recover()
	panic("again")
}

func inlined() { named() }

//go:noinline
func operand() int { panic("operand") }

//go:noinline
func take(n int) {}

var function = named
var null func()

//go:noinline
func call() {
	defer named()
	panic("origin")
}

//go:noinline
func block() {
	defer func() { named() }()
	panic("origin")
}

//go:noinline
func method() {
	t := T{}
	defer t.closed()
	panic("origin")
}

//go:noinline
func virtual() {
	var s stream = &T{}
	defer s.flushed()
	panic("origin")
}

//go:noinline
func pointer() {
	defer function()
	panic("origin")
}

//go:noinline
func nilPointer() {
	defer null()
	panic("origin")
}

//go:noinline
func recovers() {
	defer recovering()
	panic("origin")
}

//go:noinline
func loop() {
	for i := 0; i < 2; i++ {
		defer recovering()
	}
	panic("origin")
}

//go:noinline
func direct() {
	defer panic("direct")
	panic("origin")
}

//go:noinline
func inlining() {
	defer inlined()
	panic("origin")
}

//go:noinline
func operands() {
	defer take(operand())
}

//go:noinline
func atReturn() {
	defer named()
	defer take(1)
}

//go:noinline
func blockAtReturn() {
	defer func() { named() }()
}

//go:noinline
func both() {
	defer named()
	defer func() { panic("second") }()
	panic("first")
}

func main() {
	switch os.Args[1] {
	case "call":
		call()
	case "block":
		block()
	case "method":
		method()
	case "virtual":
		virtual()
	case "pointer":
		pointer()
	case "nilPointer":
		nilPointer()
	case "recovers":
		recovers()
	case "loop":
		loop()
	case "direct":
		direct()
	case "inlining":
		inlining()
	case "operands":
		operands()
	case "atReturn":
		atReturn()
	case "blockAtReturn":
		blockAtReturn()
	case "both":
		both()
	}
}
