// 220_order_across_calls: three functions with defers of each kind; the whole order of events
package main

import (
	"fmt"
)

var n int

func ev(s string) {
	n++
	fmt.Println(n, s)
}

func a() {
	ev("a in")
	defer ev("a 1")
	b()
	defer ev("a 2")
	for i := 0; i < 2; i++ {
		c(i)
	}
	ev("a out")
}

func b() {
	ev("b in")
	for i := 0; i < 2; i++ {
		defer ev("b loop")
		c(i)
	}
	ev("b out")
}

func c(k int) {
	defer ev("c 1")
	if k == 1 {
		return
	}
	defer ev("c 2")
}

func main() { a() }
