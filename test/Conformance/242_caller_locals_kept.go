// 242_caller_locals_kept: locals of the recovering frame's caller keep their values, in loops over recoveries
package main

import (
	"fmt"
)

func risky(i int) (r int) {
	defer func() { recover() }()
	if i%3 == 0 {
		panic(i)
	}
	return i * i
}

func sum(n int) int {
	a, b, c, d := 1, 2, 3, 4
	x := 0.5
	for i := 0; i < n; i++ {
		r := risky(i)
		a += r
		b ^= i
		c = c*2%97 + d
		d += b & 3
		x += 0.25
	}
	return a + b + c + d + int(x*4)
}

func main() { fmt.Println(sum(10), sum(100)) }
