// 204_dead_defer: a defer in dead code changes nothing for the others
package main

import (
	"fmt"
)

const never = false

func show(i int) { fmt.Println("d", i) }

func f() {
	if never {
		defer show(0)
	}
	defer show(1)
	for never {
		defer show(2)
	}
	defer show(3)
	fmt.Println("body")
}

func main() { f() }
