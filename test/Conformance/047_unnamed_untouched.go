// 047_unnamed_untouched: with an unnamed result no deferred call can change what the caller gets
package main

import (
	"fmt"
)

type P struct{ a, b int }

func f() P {
	p := P{1, 2}
	defer func() {
		p.a = 100
		fmt.Println("changed p", p.a, p.b)
	}()
	return p
}

func main() {
	p := f()
	fmt.Println(p.a, p.b)
}
