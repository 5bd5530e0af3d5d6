// 212_loop_mixed_args: a defer in a loop keeps the early values of arguments of several types
package main

import (
	"fmt"
)

func show(tag string, i int, f float64, b bool) { fmt.Println(tag, i, f, b) }

func main() {
	f := 0.5
	s := ""
	for i := 0; i < 4; i++ {
		defer show("pass"+s, i, f, i%2 == 0)
		f *= 2
		s += "+"
	}
	f = -1
	s = "changed"
}
