// 030_mixed_kinds: loop defers and ordinary defers of one function run in one order
package main

import (
	"fmt"
)

func show(s string, i int) { fmt.Println(s, i) }

func run(n int) int {
	defer show("first", 0)
	for i := 0; i < n; i++ {
		defer show("loop", i)
	}
	defer show("middle", 1)
	if n > 2 {
		defer show("many", n)
		return n
	}
	for i := n; i > 0; i-- {
		defer show("second loop", i)
	}
	return -n
}

func main() {
	fmt.Println(run(2))
	fmt.Println(run(3))
	fmt.Println(run(0))
}
