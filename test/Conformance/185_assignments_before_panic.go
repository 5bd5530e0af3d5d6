// 185_assignments_before_panic: what was assigned before the panic stays, what comes after does not happen
package main

import (
	"fmt"
)

var a, b, c int

func boom() int { panic("boom") }

func f() {
	defer func() { fmt.Println(recover(), a, b, c) }()
	a = 1
	b = boom()
	c = 3
}

func main() {
	b = 20
	f()
	fmt.Println(a, b, c)
}
