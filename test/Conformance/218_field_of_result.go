// 218_field_of_result: deferred closures change fields of a struct result; a recovery keeps the others
package main

import (
	"fmt"
)

type Reply struct {
	code  int
	text  string
	tries int
}

func f(k int) (r Reply) {
	defer func() { r.tries++ }()
	defer func() {
		if recover() != nil {
			r.code = 500
		}
	}()
	r.text = "started"
	if k == 1 {
		panic("x")
	}
	return Reply{200, "done", 10}
}

func main() {
	a, b := f(0), f(1)
	fmt.Println(a.code, a.text, a.tries)
	fmt.Println(b.code, b.text, b.tries)
}
