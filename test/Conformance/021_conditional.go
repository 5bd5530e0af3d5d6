// 021_conditional: only the defer statements that were executed count, in any combination
package main

import (
	"fmt"
)

func show(i int) { fmt.Println("  d", i) }

func run(mask int) {
	fmt.Println("mask", mask)
	if mask&1 != 0 {
		defer show(1)
	}
	if mask&2 != 0 {
		defer show(2)
	} else {
		defer show(-2)
	}
	if mask&4 != 0 {
		defer show(4)
	}
}

func main() {
	for m := 0; m < 8; m++ {
		run(m)
	}
}
