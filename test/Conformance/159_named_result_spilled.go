// 159_named_result_spilled: a named result assigned in an endless loop before a callee panics keeps its value
package main

import (
	"fmt"
)

func check(i int) {
	if i == 12 {
		panic("twelve")
	}
}

func f() (r int) {
	defer func() { recover() }()
	for i := 0; ; i++ {
		r = i
		check(i)
	}
}

func g() (r int) {
	defer func() {
		if recover() != nil {
			r += 1000
		}
	}()
	r = 1
	r = f() + r
	check(r - 1)
	r = 77
	return
}

func main() { fmt.Println(f(), g()) }
