// 176_panic_in_recursion: panic at the bottom, recovered half way up; the outer half returns normally
package main

import (
	"fmt"
)

func down(n int) (r int) {
	defer func() { r++ }()
	if n == 5 {
		defer func() {
			if v := recover(); v != nil {
				r = v.(int)
			}
		}()
	}
	if n == 0 {
		panic(1000)
	}
	return down(n-1) + 10
}

func main() { fmt.Println(down(8)) }
