// 226_inner_block_captures: closures over variables of inner blocks, of arms and of a loop's pass
package main

import (
	"fmt"
)

func run(n int) {
	{
		a := n
		defer func() { fmt.Println("a", a) }()
		a += 1
	}
	if b := n * 2; b > 2 {
		defer func() { fmt.Println("b", b) }()
		b += 1
	} else {
		c := "else"
		defer func() { fmt.Println("c", c) }()
		c = "changed"
	}
	for i := 0; i < 2; i++ {
		d := i
		if d == 1 {
			defer func() { d++; fmt.Println("d", d) }()
			defer func() { d += 10 }()
		}
		d += 100
	}
}

func main() {
	run(1)
	run(2)
}
