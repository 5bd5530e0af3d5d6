// 245_fault_kinds: reads and writes through nil, at the top and deep in an expression, and both divisions are panics
package main

import (
	"fmt"
)

type N struct {
	v    int
	next *N
}

func try(k int, p *N, zero int) (s string) {
	defer func() {
		r := recover()
		if e, ok := r.(error); ok {
			s = e.Error()
		}
	}()
	q := &N{5, p}
	x := 1
	switch k {
	case 0:
		x = p.v
	case 1:
		q.next.v = 2
	case 2:
		x = q.v + q.next.v
	case 3:
		x = 7 / zero
	case 4:
		x = 7 % zero
	case 5:
		x /= zero
	}
	return fmt.Sprint("no fault ", x)
}

func main() {
	for k := 0; k < 8; k++ {
		fmt.Println(k, try(k, nil, 0))
	}
	fmt.Println(try(2, &N{6, nil}, 0), try(3, nil, 2))
}
