// 009_eval_order: callee first, then the arguments left to right, all at the defer statement
package main

import (
	"fmt"
)

func note(s string, n int) int {
	fmt.Println("evaluate", s)
	return n
}

func callee(s string) func(int, int, int) {
	fmt.Println("evaluate", s)
	return func(a, b, c int) { fmt.Println(s, "runs", a, b, c) }
}

func main() {
	defer callee("f")(note("a", 1), note("b", 2), note("c", 3))
	fmt.Println("between")
	defer callee("g")(note("d", 4), note("e", 5), note("h", 6))
	fmt.Println("end")
}
