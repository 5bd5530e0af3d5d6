// 039_return_value_saved: a returned local is read before the defers change it
package main

import (
	"fmt"
)

var global int

func f() int {
	defer func() { global = 100 }()
	global = 7
	return global
}

func g() int {
	x := 5
	defer func() { x = 50 }()
	return x
}

func main() {
	fmt.Println(f(), global)
	fmt.Println(g())
}
