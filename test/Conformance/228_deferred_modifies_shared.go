// 228_deferred_modifies_shared: deferred closures of a loop share a counter of the function and see each other's writes
package main

import (
	"fmt"
)

func run(n int) (r int) {
	count := 0
	defer func() { r = count }()
	for i := 0; i < n; i++ {
		step := i
		defer func() {
			count += step
			step = -1
		}()
	}
	return -1
}

func main() { fmt.Println(run(5), run(0)) }
