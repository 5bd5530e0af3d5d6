// 072_payload_pointer: a pointer payload comes back as the same pointer; writes through it are seen
package main

import (
	"fmt"
)

type T struct{ n int }

func f(p *T) (same bool) {
	defer func() {
		q := recover().(*T)
		q.n++
		same = q == p
	}()
	panic(p)
}

func main() {
	t := T{1}
	fmt.Println(f(&t), t.n)
}
