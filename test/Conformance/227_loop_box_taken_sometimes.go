// 227_loop_box_taken_sometimes: a loop that defers in some passes only; each closure has its own pass's variable
package main

import (
	"fmt"
)

func run(n int) {
	for i := 0; i < n; i++ {
		v := i * 10
		if i%3 == 0 {
			defer func() { fmt.Println("v", v) }()
		}
		v++
	}
}

func main() { run(8) }
