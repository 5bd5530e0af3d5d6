// 181_switch_in_loop: defers in switch arms inside a loop, with early return from the middle
package main

import (
	"fmt"
)

func show(s string, i int) { fmt.Println(s, i) }

func run(n int) (r int) {
	defer func() { r += 1000 }()
	for i := 0; i < n; i++ {
		switch i % 3 {
		case 0:
			defer show("zero", i)
		case 1:
			continue
		default:
			if i > 4 {
				return i
			}
			defer show("two", i)
		}
	}
	return n
}

func main() {
	fmt.Println(run(4))
	fmt.Println(run(9))
}
