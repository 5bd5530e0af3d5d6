// 081_inner_panic_callee: a panic raised and recovered in callees of a deferred function leaves the first one in flight
package main

import (
	"fmt"
)

func fails(n int) {
	if n == 0 {
		panic("inner")
	}
	defer fmt.Println("leaving", n)
	fails(n - 1)
}

func safe(n int) {
	defer func() { fmt.Println("safe got", recover()) }()
	fails(n)
}

func f() {
	defer func() { fmt.Println("f got", recover()) }()
	defer func() {
		safe(2)
		safe(1)
		fmt.Println("still panicking")
	}()
	panic("outer")
}

func main() { f() }
