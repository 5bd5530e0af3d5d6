// 207_closure_made_early: defer make()(): the closure is made early, it reads the result late
package main

import (
	"fmt"
)

func f() (r int) {
	defer func() func() {
		fmt.Println("made with", r)
		return func() { fmt.Println("runs with", r); r *= 2 }
	}()()
	r = 1
	return 21
}

func main() { fmt.Println(f()) }
