// 201_generic_recover: recover in a generic function that is deferred
package main

import (
	"fmt"
)

type Number interface{ int | float64 }

func handle[T Number](def T, out *T) {
	if recover() != nil {
		*out = def
	}
}

func run[T Number](v T, fail bool) (r T) {
	defer handle(v*2, &r)
	if fail {
		panic("generic")
	}
	return v
}

func main() {
	fmt.Println(run(1, false), run(1, true))
	fmt.Println(run(1.25, false), run(1.25, true))
}
