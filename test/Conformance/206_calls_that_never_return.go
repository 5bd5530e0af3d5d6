// 206_calls_that_never_return: a deferred call, then a call that never returns in each arm
package main

import (
	"fmt"
)

func fatal(s string) { panic("fatal: " + s) }

func pick(k int) (r int) {
	defer func() { fmt.Println("k", k, "r", r, recover()) }()
	switch k {
	case 0:
		r = 1
		fatal("zero")
	case 1:
		r = 2
		for {
			fatal("one")
		}
	}
	r = 3
	return r
}

func main() { fmt.Println(pick(0), pick(1), pick(2)) }
