// 211_result_in_loop: a named result set by a recovering closure, from an endless loop, with and without a panic
package main

import (
	"fmt"
)

func f(stop, fail int) (r int, s string) {
	defer func() {
		if x := recover(); x != nil {
			s = fmt.Sprint("recovered ", x)
		}
	}()
	for i := 0; ; i++ {
		r = r*2 + i
		if i == stop {
			return r, "returned"
		}
		if i == fail {
			panic(i)
		}
	}
}

func main() {
	a, s := f(3, 9)
	fmt.Println(a, s)
	a, s = f(9, 5)
	fmt.Println(a, s)
}
