// 162_return_in_closure: return inside a deferred closure leaves that closure only
package main

import (
	"fmt"
)

func f(n int) (r int) {
	defer func() { r += 1 }()
	defer func() {
		if n == 0 {
			return
		}
		r *= 10
	}()
	return n + 4
}

func main() { fmt.Println(f(0), f(1)) }
