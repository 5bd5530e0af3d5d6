// 190_recovered_frame_continues_caller_panics: after a callee recovered, the caller panics with its own value and recovers it
package main

import (
	"fmt"
)

func inner() {
	defer func() { fmt.Println("inner", recover()) }()
	panic("i")
}

func outer() (r string) {
	defer func() {
		x := recover()
		r = fmt.Sprint("outer ", x)
	}()
	inner()
	inner()
	panic("o")
}

func main() { fmt.Println(outer()) }
