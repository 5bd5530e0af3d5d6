// 247_fault_stores_nothing: a fault in the value of an assignment or a return leaves the target as it was
package main

import (
	"fmt"
)

type N struct{ v int }

var global = 10

func f(p *N) (r int) {
	defer func() {
		recover()
		r++
	}()
	r = 5
	global = p.v
	r = 100
	return r
}

func g(a, zero int) (r int) {
	defer func() { recover() }()
	r = 7
	return a / zero
}

func main() {
	a := f(nil)
	b := global
	c := f(&N{3})
	fmt.Println(a, b, c, global)
	fmt.Println(g(9, 0), g(9, 3))
}
