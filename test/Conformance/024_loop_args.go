// 024_loop_args: a defer in a loop registers one call per pass, each with its own arguments
package main

import (
	"fmt"
)

func show(i, sq int) { fmt.Println(i, sq) }

func main() {
	for i := 0; i < 4; i++ {
		defer show(i, i*i)
	}
	fmt.Println("loop done")
}
