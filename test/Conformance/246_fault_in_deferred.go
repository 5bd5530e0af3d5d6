// 246_fault_in_deferred: a fault in a deferred call replaces the panic that runs it; one in an operand registers nothing
package main

import (
	"fmt"
)

type N struct{ v int }

func show(n int) { fmt.Println("show", n) }

func f(p *N) {
	defer func() { fmt.Println("f got", recover()) }()
	defer func() { fmt.Println("value", p.v) }()
	panic("first")
}

func g(p *N) {
	defer func() { fmt.Println("g got", recover()) }()
	defer show(1)
	defer show(p.v)
	fmt.Println("not reached")
}

func main() {
	f(&N{1})
	f(nil)
	g(nil)
}
