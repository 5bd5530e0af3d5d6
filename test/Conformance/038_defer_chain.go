// 038_defer_chain: each deferred call defers the next; the older defers wait for all of them
package main

import (
	"fmt"
)

func step(n int) {
	fmt.Println("step", n)
	if n > 0 {
		defer step(n - 1)
	}
	defer fmt.Println("leaving", n)
}

func main() {
	defer fmt.Println("oldest")
	defer step(3)
	fmt.Println("body")
}
