// 174_recursion_handler: a recovering function that is deferred does not recover in its own recursive calls
package main

import (
	"fmt"
)

func handle(n int) {
	if n > 0 {
		handle(n - 1)
	}
	r := recover()
	fmt.Println("depth", n, r)
}

func f() {
	defer handle(2)
	panic("deep")
}

func main() { f() }
