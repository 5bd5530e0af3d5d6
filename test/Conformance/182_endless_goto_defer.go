// 182_endless_goto_defer: a defer before a label that a goto jumps back to is registered once
package main

import (
	"fmt"
)

func show(s string, i int) { fmt.Println(s, i) }

func run(n int) {
	i := 0
	defer show("before the label", i)
again:
	i++
	if i < n {
		goto again
	}
	defer show("after the loop", i)
}

func main() {
	run(1)
	run(5)
}
