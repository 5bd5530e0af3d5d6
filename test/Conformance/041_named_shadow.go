// 041_named_shadow: several defers change the named result in turn; a shadow in an inner block is another variable
package main

import (
	"fmt"
)

func f(n int) (r int) {
	defer func() { r = r*10 + 1 }()
	defer func() { r = r*10 + 2 }()
	if n > 0 {
		r := n * 100
		defer func() { r++; fmt.Println("shadow", r) }()
		return r
	}
	return n
}

func main() { fmt.Println(f(3), f(0)) }
