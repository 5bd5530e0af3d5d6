// 044_recover_sets_result: a recovering closure may set the named result; else it keeps its value
package main

import (
	"fmt"
)

func f(k int) (r int) {
	defer func() {
		if x := recover(); x != nil && k == 1 {
			r = -1
		}
	}()
	r = 50
	if k > 0 {
		panic("stop")
	}
	r = 60
	return r + 1
}

func main() { fmt.Println(f(0), f(1), f(2)) }
