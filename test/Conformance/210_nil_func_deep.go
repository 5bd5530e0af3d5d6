// 210_nil_func_deep: a deferred nil function under a deep recursion panics when its turn comes
package main

import (
	"fmt"
)

func deep(n int) int {
	if n == 0 {
		return 0
	}
	return 1 + deep(n-1)
}

func f() (r int) {
	defer func() { fmt.Println("recovered", recover() != nil, r) }()
	var nothing func()
	defer nothing()
	r = deep(1000)
	return
}

func main() { fmt.Println(f()) }
