// 087_recover_with_args: functions with arguments and results, and methods with arguments, recover when deferred
package main

import (
	"fmt"
)

type M struct{ name string }

func (m *M) Handle(a int, b string) bool {
	r := recover()
	fmt.Println(m.name, a, b, r)
	return r != nil
}

func handle(a, b, c, d, e, f, g, h int) int {
	fmt.Println(a+b+c+d+e+f+g+h, recover())
	return a
}

func f(k int) {
	m := &M{"m"}
	x := k
	if k == 0 {
		defer handle(x, 2, 3, 4, 5, 6, 7, 8)
	} else {
		defer m.Handle(x, "text")
	}
	x = 1000
	panic(k)
}

func main() {
	f(0)
	f(1)
}
